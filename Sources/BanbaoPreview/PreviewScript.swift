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

    var isChinese = document.documentElement.lang.indexOf("en") !== 0;
    var isDesk = location.pathname === "/-/desk.html";

    function words(chinese, english) { return isChinese ? chinese : english; }

    function element(name, className, text) {
      var made = document.createElement(name);
      if (className) made.className = className;
      if (text) made.textContent = text;
      return made;
    }

    var overlay = null;
    var asked = 0;
    // Of the faults that were put aside, which the next page leaves there.
    var asideKey = "banbao-preview-aside";

    function aside(text) {
      try {
        if (text === undefined) return sessionStorage.getItem(asideKey);
        sessionStorage.setItem(asideKey, text);
      } catch (error) {
        return null; // Storage is off: the next page shows them again.
      }
    }

    function hideOverlay() {
      if (overlay && overlay.parentNode) overlay.parentNode.removeChild(overlay);
      overlay = null;
    }

    // PATH:LINE:COLUMN: SEVERITY: MESSAGE [CODE], then lines of the file and the remedy.
    function faultCard(block) {
      var lines = block.split("\n");
      var head = /^(.*?)(?::(\d+):(\d+))?: (?:error|warning|note): (.*?)(?: \[([a-z0-9-]+)\])?$/.exec(lines[0]);
      var card = element("div", "fault");
      if (!head) {
        card.appendChild(element("pre", "", block));
        return card;
      }
      card.appendChild(element("p", "message", head[4]));
      var place = element("p", "place", (head[2] ? words("第 " + head[2] + " 行，", "line " + head[2] + ", ") : "") + head[1] + " ");
      if (head[5]) {
        var link = element("a", "", words("这是什么意思", "what it means"));
        link.href = "/-/explain.html#" + head[5];
        link.target = "_blank";
        place.appendChild(link);
      }
      card.appendChild(place);
      if (lines.length > 1) card.appendChild(element("pre", "", lines.slice(1).join("\n")));
      return card;
    }

    function showOverlay(html) {
      hideOverlay();
      // The desk lists them itself.
      if (!html || isDesk) return;
      var decoded = element("div");
      decoded.innerHTML = html;
      var text = decoded.textContent.trim();
      var blocks = text.split(/\n\n+/);
      overlay = element("div");
      // A tree of its own keeps the theme's styles off it.
      var root = overlay.attachShadow ? overlay.attachShadow({ mode: "open" }) : overlay;
      var styles = element("link");
      styles.rel = "stylesheet";
      styles.href = "/-/preview.css";
      root.appendChild(styles);
      var box = element("div", "overlay");
      box.setAttribute("role", "alert");
      var head = element("div", "head");
      head.appendChild(element("b", "", words(
        blocks.length + " 处要改，改好以前网页不更新", "To be mended before the page is renewed: " + blocks.length)));
      var button = element("button");
      button.type = "button";
      head.appendChild(button);
      box.appendChild(head);
      var list = element("div", "faults");
      blocks.slice(0, 20).forEach(function (block) { list.appendChild(faultCard(block)); });
      if (blocks.length > 20) {
        var rest = element("a", "", words("其余的在工作台上", "the rest are on the desk"));
        rest.href = "/-/desk.html";
        list.appendChild(rest);
      }
      box.appendChild(list);
      root.appendChild(box);
      function put(isAside) {
        box.className = isAside ? "overlay aside" : "overlay";
        button.textContent = isAside ? words("打开", "Open") : words("收起", "Put aside");
        button.setAttribute("aria-expanded", String(!isAside));
      }
      put(aside() === text);
      button.addEventListener("click", function () {
        var isOpen = button.getAttribute("aria-expanded") === "true";
        aside(isOpen ? text : "");
        put(isOpen);
      });
      overlay.putAside = function () {
        aside(text);
        put(true);
      };
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
        ? '<div class="bar stopped" role="alert">' +
          words("预览停了：再运行一次 banbao serve", "The preview has stopped: run banbao serve again") + '</div>'
        : '<div class="bar"><a href="/-/desk.html">' + words("工作台", "Desk") + '</a></div>');
      if (!bar.parentNode) document.body.appendChild(bar);
    }

    if (!isDesk) showBar(false);

    window.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && overlay) overlay.putAside();
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
        if (!isDesk || bar.parentNode) showBar(false);
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
