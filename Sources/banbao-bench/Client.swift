#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A connection to the preview on this computer, as a browser's: plain HTTP/1.1 over a socket.
struct Client: ~Copyable {
  private let descriptor: Int32
  private let port: Int
  private var received: [UInt8] = []

  /// Connects, or throws where nothing listens.
  init(port: Int) throws {
    self.port = port
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw SpawnFault(description: "nothing listens at port \(port)") }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// Asks for a path. What comes is left to `wait` and `body`.
  mutating func get(_ path: String) throws {
    let request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8)
    guard write(descriptor, request, request.count) == request.count else {
      throw SpawnFault(description: "the preview closed the connection")
    }
  }

  /// Reads until a text has come, and forgets everything up to its end.
  mutating func wait(for text: String) throws {
    let pattern = Array(text.utf8)
    while true {
      if let start = received.firstRange(of: pattern) {
        received.removeSubrange(..<start.upperBound)
        return
      }
      var piece = [UInt8](repeating: 0, count: 65_536)
      let count = read(descriptor, &piece, piece.count)
      guard count > 0 else { throw SpawnFault(description: "no “\(text)” within 10 s") }
      received += piece[..<count]
    }
  }
}
