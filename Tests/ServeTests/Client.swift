#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A socket of this computer.
final class Socket {
  struct Failure: Error {
    var message: String
    var number = errno
  }

  let descriptor: Int32
  private var buffer: [UInt8] = []

  private init() throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw Failure(message: "socket") }
  }

  deinit { close(descriptor) }

  /// Listens on a port of its own, or on one that is given.
  static func listening(port: Int = 0) throws -> (socket: Socket, port: Int) {
    let made = try Socket()
    guard made.with(port, { bind(made.descriptor, $0, $1) }) == 0, listen(made.descriptor, 1) == 0 else {
      throw Failure(message: "bind")
    }
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(made.descriptor, $0, &size) }
    }
    guard status == 0 else { throw Failure(message: "getsockname") }
    return (made, Int(UInt16(bigEndian: address.sin_port)))
  }

  static func connected(to port: Int) throws -> Socket {
    let made = try Socket()
    guard made.with(port, { connect(made.descriptor, $0, $1) }) == 0 else { throw Failure(message: "connect") }
    return made
  }

  private func with(_ port: Int, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return withUnsafePointer(to: address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { call($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }

  func send(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Failure(message: "write") }
      rest = rest.dropFirst(count)
    }
  }

  /// Takes everything through the end of a pattern off what comes; fails after ten seconds of silence.
  func take(through pattern: String) throws -> String {
    let pattern = Array(pattern.utf8)
    while true {
      if let range = buffer.firstRange(of: pattern) {
        defer { buffer.removeFirst(range.upperBound) }
        return String(decoding: buffer[..<range.upperBound], as: UTF8.self)
      }
      guard try receive() else { throw Failure(message: "ended at: \(String(decoding: buffer, as: UTF8.self))") }
    }
  }

  func take(_ count: Int) throws -> [UInt8] {
    while buffer.count < count { guard try receive() else { throw Failure(message: "cut short") } }
    defer { buffer.removeFirst(count) }
    return Array(buffer[..<count])
  }

  /// The events that have come by now, without waiting, by name.
  func waitingEvents() throws -> [String] {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, 0) == 1, try receive() {}
    defer { buffer = [] }
    return String(decoding: buffer, as: UTF8.self).split(separator: "\n")
      .compactMap { $0.hasPrefix("event: ") ? String($0.dropFirst(7)) : nil }
  }

  /// False at the end.
  private func receive() throws -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 10_000) == 1 else { throw Failure(message: "nothing came") }
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &chunk, chunk.count, 0)
    if count > 0 { buffer += chunk[..<count] }
    return count > 0
  }
}

/// A response to a GET on a connection of its own.
struct Answer {
  var status: Int
  var body: [UInt8]

  init(_ port: Int, _ target: String) throws {
    let socket = try Socket.connected(to: port)
    try socket.send("GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
    let head = try socket.take(through: "\r\n\r\n")
    status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let length = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
    body = try socket.take(length.flatMap { Int($0.split(separator: " ").last ?? "") } ?? 0)
  }

  var text: String { String(decoding: body, as: UTF8.self) }
}
