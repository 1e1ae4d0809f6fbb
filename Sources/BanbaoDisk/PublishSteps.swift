internal import CBanbaoDisk

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The moments of publishing at which a test may end the process, and the calls that a file system may lack.
struct PublishSteps: Sendable {
  enum Step: String, Sendable, CaseIterable {
    /// The new folder is whole.
    case staged
    /// The old folder has stepped aside, where there is no exchange.
    case retired
    /// The new folder is in its place.
    case replaced
  }

  var reached: @Sendable (Step) -> Void = { _ in }
  /// Exchanges two names in an open folder; 0, or the reason why not.
  var exchange: @Sendable (_ folder: Int32, _ a: String, _ b: String) -> Int32 = { folder, a, b in
    uninterrupted { banbao_exchange(folder, a, b) } == 0 ? 0 : errno
  }
  /// Forces an open file or folder out to the disk; 0, or the reason why not.
  var sync: @Sendable (_ descriptor: Int32) -> Int32 = { descriptor in
    uninterrupted { fsync(descriptor) } == 0 ? 0 : errno
  }
  /// Links a file of one open folder into another; 0, or the reason why not.
  var link: @Sendable (_ old: Int32, _ new: Int32, _ path: String) -> Int32 = { old, new, path in
    uninterrupted { linkat(old, path, new, path, 0) } == 0 ? 0 : errno
  }
}
