// Two switches for the reader: large type and dark colours. The site is whole without them.
(function () {
  "use strict";
  var root = document.documentElement;

  function recall(key) {
    try {
      return window.localStorage.getItem("banbao-" + key);
    } catch (error) {
      return null; // Storage is off, or the page was opened from a folder.
    }
  }

  function remember(key, value) {
    try {
      window.localStorage.setItem("banbao-" + key, value);
    } catch (error) {
      return; // The choice then holds for this page only.
    }
  }

  function prefersDark() {
    return !!window.matchMedia && window.matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function isDark() {
    var chosen = root.getAttribute("data-colours");
    return chosen ? chosen === "dark" : prefersDark();
  }

  function isLarge() {
    return root.getAttribute("data-type") === "large";
  }

  function show(button, pressed) {
    if (button) button.setAttribute("aria-pressed", pressed ? "true" : "false");
  }

  if (recall("type") === "large") root.setAttribute("data-type", "large");
  var colours = recall("colours");
  if (colours === "dark" || colours === "light") root.setAttribute("data-colours", colours);

  var tools = document.querySelector("[data-tools]");
  if (!tools) return;
  var large = tools.querySelector("[data-large]");
  var dark = tools.querySelector("[data-dark]");
  show(large, isLarge());
  show(dark, isDark());
  tools.removeAttribute("hidden");

  if (large) {
    large.addEventListener("click", function () {
      var value = isLarge() ? "normal" : "large";
      root.setAttribute("data-type", value);
      remember("type", value);
      show(large, isLarge());
    });
  }
  if (dark) {
    dark.addEventListener("click", function () {
      var value = isDark() ? "light" : "dark";
      root.setAttribute("data-colours", value);
      remember("colours", value);
      show(dark, isDark());
    });
  }
})();
