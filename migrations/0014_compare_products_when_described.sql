-- A sale sets the stock alone: what else a product has need not be compared for each line of it. The trigger of 0010
-- runs for an update that names one of the columns that it records.
DROP TRIGGER s_product_changed ON site.s_product;
CREATE TRIGGER s_product_changed AFTER UPDATE OF sku, barcode, name, price, archived_at ON site.s_product
    FOR EACH ROW WHEN (
        (OLD.sku, OLD.barcode, OLD.name, OLD.price, OLD.archived_at)
            IS DISTINCT FROM (NEW.sku, NEW.barcode, NEW.name, NEW.price, NEW.archived_at)
        AND current_setting('oblik.quiet', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION site.record_record('product');
