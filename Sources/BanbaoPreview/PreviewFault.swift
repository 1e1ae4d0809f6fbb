package import BanbaoDiagnostics
import NIOCore

/// Why a preview server cannot listen where it was told to.
package struct PreviewFault: Error, Hashable, Sendable {
  /// What stood in the way.
  /// What stands in the way.
  package enum Cause: Hashable, Sendable {
    case portInUse
    /// The system keeps the port for administrators; most keep those below 1024.
    case portForbidden
    case portOutOfRange
    /// The name is unknown, or no address of this computer.
    case foreignHost
    /// Anything else, in the system's own words.
    case system(String)
  }

  package var host: String
  package var port: Int
  package var cause: Cause

  package init(host: String, port: Int, _ cause: Cause) {
    self.host = host
    self.port = port
    self.cause = cause
  }

  /// One sentence without a full stop.
  package var wording: Wording {
    switch cause {
    case .portInUse:
      Wording("端口 \(port) 已被别的程序占用", en: "port \(port) is in use by another program")
    case .portForbidden:
      Wording("端口 \(port) 只有管理员能用", en: "port \(port) is kept for administrators")
    case .portOutOfRange:
      Wording("端口 \(port) 不存在：端口是 1 到 65535 的数", en: "there is no port \(port): ports are numbers from 1 to 65535")
    case .foreignHost:
      Wording("“\(host)”不是这台电脑的地址", en: "“\(host)” is no address of this computer")
    case .system(let reason):
      Wording(
        "无法在“\(host)”的端口 \(port) 上开预览：\(reason)", en: "cannot listen on port \(port) of “\(host)”: \(reason)")
    }
  }

  /// What to do about it.
  package var help: Wording {
    switch cause {
    case .portInUse:
      Wording(
        "换一个端口：banbao serve --port \(otherPort)；也可能另一个预览还开着，先把它关掉",
        en: "take another: banbao serve --port \(otherPort); or another preview is still open, then close that")
    case .portForbidden, .portOutOfRange, .system:
      Wording("换一个端口：banbao serve --port \(otherPort)", en: "take another: banbao serve --port \(otherPort)")
    case .foreignHost:
      Wording(
        "不写 --host 就只在本机预览；要让同事也能打开，写本机的 IP 地址或 --host 0.0.0.0",
        en:
          "without --host the preview is for this computer alone; for colleagues name its IP address, or --host 0.0.0.0"
      )
    }
  }

  private var otherPort: Int { 1024..<65535 ~= port ? port + 1 : 8080 }
}

extension PreviewFault {
  /// What binding failed with, as NIO tells it.
  init(host: String, port: Int, binding error: any Error) {
    let cause: Cause =
      switch error {
      case let error as IOError where error.errnoCode == addressInUse: .portInUse
      case let error as IOError where error.errnoCode == notPermitted: .portForbidden
      case let error as IOError where error.errnoCode == addressNotAvailable: .foreignHost
      case is SocketAddressError, is SocketAddressError.UnknownHost: .foreignHost
      default: .system(String(describing: error))
      }
    self.init(host: host, port: port, cause)
  }
}

// Numbers from errno.h: EACCES, EADDRINUSE, EADDRNOTAVAIL.
private let notPermitted: Int32 = 13
#if os(Linux)
  private let addressInUse: Int32 = 98
  private let addressNotAvailable: Int32 = 99
#else
  private let addressInUse: Int32 = 48
  private let addressNotAvailable: Int32 = 49
#endif
