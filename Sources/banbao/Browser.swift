#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Asks the desktop to show an address. Where there is no desktop, nothing happens: the address is printed anyway.
func openBrowser(_ address: String) {
  #if os(Linux)
    let program = "xdg-open"
  #else
    let program = "open"
  #endif
  var child = pid_t()
  let arguments = [strdup(program), strdup(address)]
  defer { for argument in arguments { free(argument) } }
  _ = posix_spawnp(&child, program, nil, nil, arguments + [nil], environ)
}
