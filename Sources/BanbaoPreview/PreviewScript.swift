/// The script of every page in the preview, served at `/-/preview.js`. It is a classic script in the language of old
/// browsers, as the theme's is.
///
/// A hidden tab holds no connection, because a browser opens six to a host at most; when it is seen again it names
/// the build it shows and is told what it missed.
let previewScript = #"""
  (function () {
    "use strict";
    var script = document.currentScript;
    if (!script || !window.EventSource) return;
    var page = script.getAttribute("data-build");
    var seen = null;
    var stream = null;
    var leaving = false;

    // Scroll position

    var key = "banbao-preview-scroll";

    function keepPlace() {
      try {
        sessionStorage.setItem(key, JSON.stringify({
          page: location.pathname + location.search, x: window.pageXOffset, y: window.pageYOffset
        }));
        history.scrollRestoration = "manual";
      } catch (error) {
        return; // Storage is off: the page then begins at its top.
      }
    }

    function takePlace() {
      try {
        var place = JSON.parse(sessionStorage.getItem(key));
        sessionStorage.removeItem(key);
        return place && place.page === location.pathname + location.search ? place : null;
      } catch (error) {
        return null;
      }
    }

    function scroll(place) {
      var style = document.documentElement.style;
      var behaviour = style.scrollBehavior;
      style.scrollBehavior = "auto";
      window.scrollTo(place.x, place.y);
      style.scrollBehavior = behaviour;
    }

    var place = takePlace();
    if (place) {
      scroll(place);
      var reached = window.pageYOffset;
      window.addEventListener("load", function () {
        // Pictures have made the page longer; a reader who has moved since stays where he is.
        if (window.pageYOffset === reached) scroll(place);
        history.scrollRestoration = "auto";
      });
    }

    // Changes

    function reload() {
      if (leaving) return;
      leaving = true;
      close();
      keepPlace();
      location.reload();
    }

    var retired = [];
    var coming = 0;

    function arrived() {
      coming -= 1;
      if (coming > 0) return;
      retired.forEach(function (link) { if (link.parentNode) link.parentNode.removeChild(link); });
      retired = [];
    }

    function swapStyles(build) {
      Array.prototype.forEach.call(document.querySelectorAll('link[rel~="stylesheet"]'), function (link) {
        var address = new URL(link.href, location.href);
        if (address.origin !== location.origin || retired.indexOf(link) >= 0) return;
        address.searchParams.set("banbao", build);
        var fresh = link.cloneNode(false);
        fresh.href = address.href;
        fresh.onload = fresh.onerror = arrived;
        retired.push(link);
        coming += 1;
        link.parentNode.insertBefore(fresh, link.nextSibling);
      });
    }

    var overlay = null;
    var asked = 0;

    function hideOverlay() {
      if (overlay && overlay.parentNode) overlay.parentNode.removeChild(overlay);
      overlay = null;
    }

    function showOverlay(html) {
      hideOverlay();
      if (!html) return;
      overlay = document.createElement("div");
      // A tree of its own keeps the theme's styles off it.
      var root = overlay.attachShadow ? overlay.attachShadow({ mode: "open" }) : overlay;
      root.innerHTML = '<link rel="stylesheet" href="/-/preview.css"><div class="overlay" role="alert">' +
        '<button type="button" aria-label="关闭 Close">×</button><div class="faults"></div></div>';
      // A code at the end of a line leads to what it means.
      root.querySelector(".faults").innerHTML = html.replace(
        /\[([a-z0-9-]+)\](?=\n|$)/g, '[<a href="/-/explain.html#$1" target="_blank">$1</a>]');
      root.querySelector("button").addEventListener("click", hideOverlay);
      document.body.appendChild(overlay);
    }

    function fetchOverlay() {
      var turn = asked += 1;
      fetch("/-/overlay").then(function (response) {
        return response.status === 200 ? response.text() : "";
      }).then(function (html) {
        if (turn === asked) showOverlay(html);
      }, function () {
        return; // The server has gone; the stream will say when it is back.
      });
    }

    var bar = document.createElement("div");

    // At the foot of every page: the way to the desk, or that nothing is kept up to date any more.
    function showBar(isStopped) {
      if (!bar.root) bar.root = bar.attachShadow ? bar.attachShadow({ mode: "open" }) : bar;
      bar.root.innerHTML = '<link rel="stylesheet" href="/-/preview.css">' + (isStopped
        ? '<div class="bar stopped" role="alert">预览停了：再运行 banbao serve The preview has stopped</div>'
        : '<div class="bar"><a href="/-/desk.html">工作台 Desk</a></div>');
      if (!bar.parentNode) document.body.appendChild(bar);
    }

    if (location.pathname !== "/-/desk.html") showBar(false);

    window.addEventListener("keydown", function (event) {
      if (event.key === "Escape") hideOverlay();
    });

    // The stream

    var stopped = null;

    function listen(name, act) {
      stream.addEventListener(name, function (event) {
        seen = event.lastEventId;
        act(seen);
      });
    }

    function open() {
      if (stream || leaving || document.visibilityState === "hidden") return;
      stream = new EventSource("/-/events?" + (seen === null ? "page=" + page : "since=" + seen));
      listen("ready", function () {
        clearTimeout(stopped);
        stopped = null;
        if (location.pathname !== "/-/desk.html" || bar.parentNode) showBar(false);
      });
      listen("reload", reload);
      listen("css", swapStyles);
      listen("overlay", fetchOverlay);
      stream.onerror = function () {
        // A server that starts again is back in less.
        if (!stopped && !leaving) stopped = setTimeout(function () { showBar(true); }, 3000);
        // Browsers come back by themselves from a broken connection, but not from a refusal.
        if (!stream || stream.readyState !== 2) return;
        close();
        setTimeout(open, 1000);
      };
    }

    function close() {
      if (stream) stream.close();
      stream = null;
    }

    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState === "hidden") close(); else open();
    });
    window.addEventListener("pagehide", close);
    window.addEventListener("pageshow", open);
    open();
  })();

  """#
