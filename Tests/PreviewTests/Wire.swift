#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A client that sends the bytes it is told to, right or wrong.
final class Wire {
  struct Failure: Error {
    var message: String
    var number = errno
  }

  private let descriptor: Int32
  private(set) var buffer: [UInt8] = []
  private(set) var isAtEnd = false

  init(_ port: Int, address: String = "127.0.0.1") throws {
    let isSix = address.contains(":")
    #if canImport(Glibc)
      descriptor = socket(isSix ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(isSix ? AF_INET6 : AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw Failure(message: "socket") }
    let status: Int32
    if isSix {
      var there = sockaddr_in6()
      there.sin6_family = sa_family_t(AF_INET6)
      there.sin6_port = in_port_t(port).bigEndian
      guard inet_pton(AF_INET6, address, &there.sin6_addr) == 1 else { throw Failure(message: address) }
      status = withUnsafePointer(to: there) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
    } else {
      var there = sockaddr_in()
      there.sin_family = sa_family_t(AF_INET)
      there.sin_port = in_port_t(port).bigEndian
      guard inet_pton(AF_INET, address, &there.sin_addr) == 1 else { throw Failure(message: address) }
      status = withUnsafePointer(to: there) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    }
    // What is thrown here ends the connection by `deinit`; a second closing would close somebody else's.
    guard status == 0 else { throw Failure(message: "connect") }
  }

  deinit { _ = Glibc.close(descriptor) }

  /// False where the other side has closed already.
  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Receives until the predicate holds of all that has come, or the end, or the time is over.
  @discardableResult
  func receive(seconds: Int = 10, until isEnough: ([UInt8]) -> Bool) throws -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: 65536)
    while !isAtEnd, !isEnough(buffer) {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(seconds) * 1000) == 1 else {
        throw Failure(message: "nothing came after: \(String(decoding: buffer.prefix(2000), as: UTF8.self))")
      }
      let count = recv(descriptor, &chunk, chunk.count, 0)
      if count > 0 { buffer.append(contentsOf: chunk[..<count]) } else { isAtEnd = true }
    }
    return buffer
  }

  /// Takes one response off what has come. With a body unless it answers HEAD.
  func reply(toHead: Bool = false) throws -> Reply {
    let end = Array("\r\n\r\n".utf8)
    try receive { $0.firstRange(of: end) != nil }
    guard let blank = buffer.firstRange(of: end) else { throw Failure(message: "no response: \(text)") }
    var reply = Reply(head: String(decoding: buffer[..<blank.lowerBound], as: UTF8.self))
    let length = toHead ? 0 : reply["content-length"].flatMap { Int($0) } ?? 0
    try receive { $0.count >= blank.upperBound + length }
    guard buffer.count >= blank.upperBound + length else { throw Failure(message: "cut short: \(text)") }
    reply.body = Array(buffer[blank.upperBound..<(blank.upperBound + length)])
    buffer.removeFirst(blank.upperBound + length)
    return reply
  }

  /// Waits for the other side to close, and returns whatever came before.
  func end(seconds: Int = 10) throws -> String {
    try receive(seconds: seconds) { _ in false }
    return text
  }

  /// Waits until a text has come, and forgets everything up to its end.
  @discardableResult
  func take(through text: String) throws -> String {
    let pattern = Array(text.utf8)
    try receive { $0.firstRange(of: pattern) != nil }
    guard let range = buffer.firstRange(of: pattern) else { throw Failure(message: "no “\(text)” in: \(self.text)") }
    let taken = String(decoding: buffer[..<range.upperBound], as: UTF8.self)
    buffer.removeFirst(range.upperBound)
    return taken
  }

  private var text: String { String(decoding: buffer, as: UTF8.self) }
}

/// A response as it came.
struct Reply {
  var status: Int
  /// Names in lower case.
  var fields: [(name: String, value: String)]
  var body: [UInt8] = []

  init(head: String) {
    let lines = head.split(separator: "\r\n")
    status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    fields = lines.dropFirst().map { line in
      let sides = line.split(separator: ":", maxSplits: 1)
      return (
        sides[0].lowercased(), sides.count > 1 ? String(sides[1].drop { $0 == " " }) : ""
      )
    }
  }

  subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }
  var text: String { String(decoding: body, as: UTF8.self) }
}
