// Keeps libdispatch from looking every second how many of its workers are blocked.
//
// On Linux a worker of libdispatch's pool, which runs Swift's tasks, is entered in a list, and with the first entry
// comes a timer that wakes the process once a second for as long as it lives: were all workers blocked, it would add
// some. Tasks don't block, and what blocks has threads of its own, so nobody is entered. The functions take the place
// of libdispatch's where `script/build` links its archive into the program.

void __wrap__dispatch_workq_worker_register(void *queue);
void __wrap__dispatch_workq_worker_unregister(void *queue);

void __wrap__dispatch_workq_worker_register(void *queue) {
    (void)queue;
}

void __wrap__dispatch_workq_worker_unregister(void *queue) {
    (void)queue;
}
