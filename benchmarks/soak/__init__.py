"""Whether memory, descriptors, threads and connections stay what they were while a shop is worked in."""
