#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What this thread took of the processor until now: what a piece of work costs, whatever else the machine is doing.
package func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
