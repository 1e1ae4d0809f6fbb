import BanbaoSource

/// `summary/2026.html`, `summary/2026-h1.html`, `summary/2026-q3.html`.
func summaryPath(_ period: Period) -> String { "summary/\(period.code.lowercased()).html" }
