/// The style of the overlay and the bar alone, served at `/-/preview.css`. It begins from nothing, for the theme's styles do not
/// reach it. Line breaks and blanks count, and its typefaces give a Han character two columns, so that a caret stands
/// under what it means.
let previewStyle = """
  :host { all: initial; }
  .overlay {
    position: fixed; z-index: 2147483647; right: 16px; bottom: 16px; left: auto; width: 640px; max-width: calc(100vw - 32px);
    box-sizing: border-box; border: 1px solid #c62828; border-top-width: 4px; border-radius: 8px;
    background: #fffbfa; color: #1f1a19; box-shadow: 0 4px 24px rgba(0, 0, 0, .3);
    font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  }
  .overlay.aside { width: auto; }
  .overlay.aside .faults { display: none; }
  .head { display: flex; align-items: center; justify-content: space-between; padding: 4px 8px 4px 16px; }
  .faults { max-height: 40vh; overflow: auto; padding: 0 16px 12px; overflow-wrap: break-word; overflow-wrap: anywhere; }
  .fault { padding: 8px 0; border-top: 1px solid rgba(128, 128, 128, .4); }
  .message, .place, .fault pre { margin: 0; }
  .message { font-weight: 700; }
  .place { font-size: 14px; }
  .fault pre {
    margin-top: 4px; white-space: pre-wrap; text-autospace: no-autospace;
    font: 14px/1.6 "Sarasa Mono SC", "Noto Sans Mono CJK SC", NSimSun, monospace;
  }
  .overlay button {
    flex: none; min-height: 44px; margin-left: 16px; padding: 4px 16px; border: 0; border-radius: 4px;
    background: transparent; color: inherit; font: inherit; text-decoration: underline; cursor: pointer;
  }
  .faults a { color: inherit; }
  .bar {
    position: fixed; z-index: 2147483646; left: 8px; bottom: 8px; padding: 4px 12px; border-radius: 4px;
    background: #1f1a19; color: #fffbfa; font: 14px/1.6 sans-serif; opacity: .85;
  }
  .bar a { color: inherit; }
  .bar.stopped { background: #c62828; opacity: 1; }
  .overlay button:hover, .overlay button:focus { background: rgba(128, 128, 128, .25); }
  /* Above the bar. */
  @media (max-width: 800px) { .overlay { bottom: 56px; } }
  @media (prefers-color-scheme: dark) { .overlay { background: #2a1d1b; color: #f5eae8; } }
  @media print { .overlay, .bar { display: none; } }

  """
