import Synchronization

/// Values that closures of other threads hand over.
final class Collected<Value: Sendable>: Sendable {
  private let mutex = Mutex<[Value]>([])

  var values: [Value] { mutex.withLock { $0 } }
  func append(_ value: Value) { mutex.withLock { $0.append(value) } }
}
