-- POST /orders of three lines: other goods, another customer and another key for each request. Told to sell one
-- product always, the first line of each order is of that.
local thread, total = 0, 0
function setup(t)
    t:set("id", thread)
    thread = thread + 1
end
function init(args)
    math.randomseed(os.time() * 100 + id)
    stamp = os.time() .. "-" .. id .. "-" .. math.random(1, 1000000000)
    products, customers, always = tonumber(args[1]), tonumber(args[2]), tonumber(args[3])
end
local headers = { ["Content-Type"] = "application/json" }
function request()
    total = total + 1
    local first = math.random(always and always + 1 or 1, products - 2)
    local body = string.format(
        '{"userId":%d,"items":[{"productId":%d,"quantity":1},{"productId":%d,"quantity":2},{"productId":%d,"quantity":1}],"idempotencyKey":"%s-%d"}',
        math.random(2, customers), always or first, first + 1, first + 2, stamp, total)
    return wrk.format("POST", nil, headers, body)
end
