#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What one run of a program took.
struct Measurement {
  /// Seconds on the clock.
  var wall: Double
  /// Seconds of processor time, in the program and in the kernel for it.
  var user: Double
  var system: Double
  /// The most memory it held at once, in KB.
  var peak: Int
  var status: Int32
}

struct SpawnFault: Error, CustomStringConvertible {
  var description: String
}

/// Starts a program, what it says thrown away.
func start(_ program: String, _ arguments: [String]) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  posix_spawn_file_actions_adddup2(&actions, 1, 2)
  let argv = ([program] + arguments).map { strdup($0) }
  defer { for pointer in argv { free(pointer) } }
  var child = pid_t()
  let failure = posix_spawn(&child, program, &actions, nil, argv + [nil], environ)
  guard failure == 0 else { throw SpawnFault(description: "\(program): \(String(cString: strerror(failure)))") }
  return child
}

/// Runs a program to its end and measures it.
func measure(_ program: String, _ arguments: [String]) throws -> Measurement {
  let began = seconds()
  let child = try start(program, arguments)
  var status: Int32 = 0
  var usage = rusage()
  guard wait4(child, &status, 0, &usage) == child else { throw SpawnFault(description: "wait4 failed") }
  return Measurement(
    wall: seconds() - began, user: seconds(usage.ru_utime), system: seconds(usage.ru_stime),
    peak: Int(usage.ru_maxrss), status: status)
}

/// Seconds from an unnamed beginning.
func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
