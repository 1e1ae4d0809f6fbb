import NIOCore
import NIOHTTP1
import NIOPosix

/// Shows the latest snapshot to browsers on this computer and tells open tabs what has changed.
///
/// One event loop reads and writes; rendering and reading files have a small thread pool of their own. A client costs
/// memory and sockets within `PreviewLimits`, and can change nothing: there is no address that does anything.
package actor PreviewServer {
  private struct Running {
    var group: MultiThreadedEventLoopGroup
    var pool: NIOThreadPool
    var state: NIOLoopBound<PreviewState>
    var port: Int
  }

  private let host: String
  private let port: Int
  private let check: RequestCheck
  private let limits: PreviewLimits
  private var running: Running?

  /// - Parameters:
  ///   - host: `localhost` for this computer alone, by IPv4 and, where there is one, IPv6. Any other name or address
  ///     listens just there; `0.0.0.0` is every address of the computer, of which the caller warns.
  ///   - port: 0 lets the system choose.
  ///   - allowedHosts: names, beside those of this computer, under which browsers may ask; without ports.
  ///   - openFiles: how many files the system lets the process hold open, of which every connection takes one.
  package init(host: String = "localhost", port: Int, allowedHosts: [String] = [], openFiles: Int = .max) {
    var limits = PreviewLimits()
    limits.heed(openFiles: openFiles)
    self.init(host: host, port: port, allowedHosts: allowedHosts, limits: limits)
  }

  init(host: String, port: Int, allowedHosts: [String], limits: PreviewLimits) {
    self.host = host
    self.port = port
    self.limits = limits
    check = RequestCheck(allowing: allowedHosts + [host], longestTarget: limits.target)
  }

  /// Listens from now on, and returns the port. Until the first snapshot is shown, requests are told to wait.
  package func start() async throws(PreviewFault) -> Int {
    if let running { return running.port }
    guard 0...65535 ~= port else { throw PreviewFault(host: host, port: port, .portOutOfRange) }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let pool = NIOThreadPool(numberOfThreads: 4)
    pool.start()
    do {
      let state = try await makeState(on: group.next())
      let port = try await listen(group, pool, state)
      running = Running(group: group, pool: pool, state: state, port: port)
      return port
    } catch {
      await end(group, pool)
      throw error as? PreviewFault ?? PreviewFault(host: host, port: port, binding: error)
    }
  }

  /// Swaps the snapshot: requests that come after this returns see the new one. Open tabs are told.
  ///
  /// An overlay that differs from the last one is told whatever the change is called. Does nothing unless started.
  package func show(_ snapshot: PreviewSnapshot, _ change: PreviewChange) async {
    guard let running else { return }
    // The past snapshot is let go of here: on the loop the browsers would wait for it.
    _ = await withCheckedContinuation { (continuation: CheckedContinuation<PreviewSnapshot?, Never>) in
      running.state.eventLoop.execute {
        continuation.resume(returning: running.state.value.show(snapshot, change))
      }
    }
  }

  /// Closes all connections and the port, and waits for pages that are being rendered and for the threads to end.
  package func stop() async {
    guard let running else { return }
    self.running = nil
    await end(running.group, running.pool)
  }

  private func makeState(on loop: any EventLoop) async throws -> NIOLoopBound<PreviewState> {
    let (check, limits) = (check, limits)
    let pause = TimeAmount(limits.heartbeat)
    return try await loop.submit {
      let state = NIOLoopBound(PreviewState(check: check, limits: limits, loop: loop), eventLoop: loop)
      loop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in state.value.beat() }
      return state
    }.get()
  }

  private func listen(
    _ group: MultiThreadedEventLoopGroup, _ pool: NIOThreadPool, _ state: NIOLoopBound<PreviewState>
  ) async throws -> Int {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try open(channel, state.value, pool) }
      }
    guard host.isEmpty || host.lowercased() == "localhost" else {
      return try await bootstrap.bind(host: host, port: port).get().localAddress?.port ?? port
    }
    let four = try await bootstrap.bind(to: SocketAddress(ipAddress: "127.0.0.1", port: port)).get()
    let chosen = four.localAddress?.port ?? port
    do {
      _ = try await bootstrap.bind(to: SocketAddress(ipAddress: "::1", port: chosen)).get()
    } catch {
      // A computer without IPv6 has no such address. But where another program has the port there, a browser that
      // asks for localhost may find that one.
      let fault = PreviewFault(host: host, port: port, binding: error)
      if fault.cause == .portInUse && port != 0 { throw fault }
    }
    return chosen
  }

  /// Both say an error only if they were ended before.
  private func end(_ group: MultiThreadedEventLoopGroup, _ pool: NIOThreadPool) async {
    await withCheckedContinuation { continuation in pool.shutdownGracefully { _ in continuation.resume() } }
    await withCheckedContinuation { continuation in group.shutdownGracefully { _ in continuation.resume() } }
  }
}

/// The addresses under which the other computers and phones of a network find this one; without IPv6, which nobody types.
package func networkAddresses() -> [String] {
  let devices: [NIONetworkDevice]
  do {
    devices = try System.enumerateDevices()
  } catch {
    // A system that does not tell its addresses leaves the reader with the one that was asked for.
    return []
  }
  return devices.compactMap { device in
    guard case .v4 = device.address, let ip = device.address?.ipAddress else { return nil }
    // Of this computer alone, and of one that no network has given an address.
    return ip.hasPrefix("127.") || ip.hasPrefix("169.254.") ? nil : ip
  }
}

/// A connection beyond the limit; it is closed without a word.
private struct TooManyConnections: Error {}

/// Lets a connection in; throws where there are too many.
func open(_ channel: any Channel, _ state: PreviewState, _ pool: NIOThreadPool) throws {
  guard state.admit(channel) else { throw TooManyConnections() }
  let timer = RequestTimer(limits: state.limits)
  let pipeline = channel.pipeline.syncOperations
  try pipeline.addHandler(timer)
  try pipeline.addHandler(HTTPResponseEncoder())
  try pipeline.addHandler(
    ByteToMessageHandler(HTTPRequestDecoder(limitConfiguration: state.limits.decoder)))
  try pipeline.addHandler(PreviewConnection(state: state, pool: pool, timer: timer))
}
