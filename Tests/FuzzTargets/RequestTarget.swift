import BanbaoPreview
import NIOCore
import NIOEmbedded

/// What a browser sends, in two pieces: the last byte says where the first one ends.
func requestFault(_ input: [UInt8]) throws -> String? {
  let channel = EmbeddedChannel()
  channel.localAddress = try SocketAddress(ipAddress: "127.0.0.1", port: 8000)
  let snapshot = PreviewSnapshot { path in
    path == "index.html" || path == "a/index.html" ? .page { Array("<body>".utf8) } : nil
  }
  try answerPreview(on: channel, snapshot)
  try channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 9)).wait()
  let middle = Int(input.last ?? 0) % (input.count + 1)
  for piece in [input[..<middle], input[middle...]] {
    do {
      try channel.writeInbound(ByteBuffer(bytes: piece))
    } catch {
      // What is no HTTP may also be thrown behind the last handler.
    }
    channel.embeddedEventLoop.run()
  }
  var answer: [UInt8] = []
  while let piece = try channel.readOutbound(as: ByteBuffer.self) { answer += piece.readableBytesView }
  do {
    _ = try channel.finish(acceptAlreadyClosed: true)
  } catch {
    // Closing in the middle of a request is an error of the browser's.
  }
  if answer.isEmpty { return nil }
  let status = String(decoding: answer.prefix { $0 != 0x0D }, as: UTF8.self)
  return status.hasPrefix("HTTP/1.1 ") && !status.hasPrefix("HTTP/1.1 500") ? nil : "it answers \(status)"
}
