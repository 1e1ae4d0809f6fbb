/// The style of the overlay and the bar alone, served at `/-/preview.css`. It begins from nothing, for the theme's styles do not
/// reach it. Line breaks and blanks count, and its typefaces give a Han character two columns, so that a caret stands
/// under what it means.
let previewStyle = """
  :host { all: initial; }
  .overlay {
    position: fixed; z-index: 2147483647; left: 0; right: 0; bottom: 0; max-height: 60vh; overflow: auto;
    box-sizing: border-box; padding: 16px 56px 16px 24px; border-top: 4px solid #c62828;
    background: #fffbfa; color: #1f1a19; box-shadow: 0 -4px 24px rgba(0, 0, 0, .3);
  }
  .faults {
    white-space: pre-wrap; overflow-wrap: anywhere;
    font: 14px/1.6 "Sarasa Mono SC", "Noto Sans Mono CJK SC", NSimSun, monospace;
  }
  .overlay button {
    position: absolute; top: 8px; right: 16px; width: 32px; height: 32px; border: 0; border-radius: 4px;
    background: transparent; color: inherit; font: 24px/1 sans-serif; cursor: pointer;
  }
  .faults a { color: inherit; }
  .bar {
    position: fixed; z-index: 2147483646; left: 8px; bottom: 8px; padding: 4px 12px; border-radius: 4px;
    background: #1f1a19; color: #fffbfa; font: 14px/1.6 sans-serif; opacity: .85;
  }
  .bar a { color: inherit; }
  .bar.stopped { background: #c62828; opacity: 1; }
  .overlay button:hover, .overlay button:focus-visible { background: rgba(128, 128, 128, .25); }
  @media (prefers-color-scheme: dark) { .overlay { background: #2a1d1b; color: #f5eae8; } }
  @media print { .overlay, .bar { display: none; } }

  """
