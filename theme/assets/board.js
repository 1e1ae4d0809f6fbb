// The screen in the lobby: turns its pages, keeps their days right, and takes up a newer site. It stands in the head, so that
// no page is seen before it; without it they stand one below another, as on a phone.
(function () {
  "use strict";
  var root = document.documentElement;
  // A phone is read in the hand, and scrolled.
  if (window.matchMedia && window.matchMedia("(max-width: 30em)").matches) return;
  root.className = "turning";

  var FEW_SECONDS = 10; // that a page stays at least
  var MOST_SECONDS = 30;
  var CHARACTERS_A_SECOND = 4; // read from afar
  var POLL = 60 * 1000;
  var RENEW = 24 * 60 * 60 * 1000; // The page is loaded anew once a day, whatever a browser gathers.
  var PAUSE = 10 * 60 * 1000; // A pause that was forgotten ends.
  // Where the whole stands, in hundredths of the screen's shorter side: no edge burns in.
  var SHIFTS = [[0, 0], [1, 0.6], [0.4, 1.2], [-0.6, 0.8], [-1.2, 0.2], [-0.8, -0.8], [0.2, -1.2], [1, -0.6]];

  var shown = null;
  var turns = 0;
  var paused = false;
  var turnTimer = 0;
  var pauseTimer = 0;
  var isNewer = false;
  var loaded = Date.now();
  var pages, body, shift, clock, place, button;

  function all(parent, selector) {
    return Array.prototype.slice.call(parent.querySelectorAll(selector));
  }

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  // Today by the machine's clock; one that stands before the site's own day is wrong.
  function today() {
    var now = new Date();
    var day = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    var made = body.getAttribute("data-day");
    return day < made ? made : day;
  }

  function write(element, text) {
    if (element && element.textContent !== text) element.textContent = text;
  }

  function tellTime() {
    if (!clock) return;
    var now = new Date();
    var isRight = today() === now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
    var words = "";
    if (isRight) {
      var language = root.getAttribute("lang") || undefined;
      words = now.toLocaleDateString(language, { month: "long", day: "numeric" }) + " " +
        now.toLocaleDateString(language, { weekday: "long" }) + " " + two(now.getHours()) + ":" + two(now.getMinutes());
    }
    write(clock, words);
  }

  // What is over is not shown, and the days that are left are counted anew: a site may be published once a week.
  function keepDays() {
    var day = today();
    all(document, "[data-until]").forEach(function (element) {
      element.hidden = element.getAttribute("data-until") < day;
    });
    pages.forEach(function (page) {
      var left = page.querySelector("[data-left]");
      if (!left || page.querySelector(".day-more")) return;
      var days = all(page, "[data-day]");
      var open = days.filter(function (element) {
        var isPast = element.getAttribute("data-day") < day;
        element.className = isPast ? "day day-past" : "day";
        return !isPast;
      });
      write(left, String(open.length));
    });
  }

  function running() {
    var rest = pages.filter(function (page) {
      return !page.hidden && page.className.indexOf("screen-idle") < 0;
    });
    return rest.length ? rest : pages.slice(-1);
  }

  function seconds(page) {
    var length = page.textContent.replace(/\s+/g, "").length;
    return Math.min(MOST_SECONDS, FEW_SECONDS + length / CHARACTERS_A_SECOND / 2);
  }

  // A page that does not hold all it has leaves out what it can spare, then sets its title smaller. It is measured again only
  // on another screen or another day: a small machine turns it for months.
  function fit(page) {
    var measured = window.innerWidth + " " + window.innerHeight + " " + today();
    if (page.getAttribute("data-measured") === measured) return;
    page.setAttribute("data-measured", measured);
    page.removeAttribute("data-fit");
    for (var step = 1; step <= 3 && page.scrollHeight > page.clientHeight + 1; step += 1) {
      page.setAttribute("data-fit", String(step));
    }
  }

  function show(page) {
    var list = running();
    if (shown && shown !== page) shown.classList.remove("screen-shown");
    shown = page;
    page.hidden = false;
    page.classList.add("screen-shown");
    body.setAttribute("data-scheme", page.getAttribute("data-scheme"));
    write(place, list.length > 1 ? list.indexOf(page) + 1 + " / " + list.length : "");
    fit(page);
  }

  // Goes on by some pages; a whole round changes the places and the colours of what stands on every page.
  function turn(by) {
    keepDays();
    tellTime();
    var list = running();
    var at = list.indexOf(shown);
    var next = at < 0 ? 0 : (at + by + list.length) % list.length;
    if (by > 0 && next <= at) body.setAttribute("data-round", body.getAttribute("data-round") === "odd" ? "even" : "odd");
    turns += 1;
    var move = SHIFTS[turns % SHIFTS.length];
    shift.style.transform = "translate(" + move[0] + "vmin, " + move[1] + "vmin)";
    show(list[next]);
    wait();
  }

  function wait() {
    window.clearTimeout(turnTimer);
    turnTimer = window.setTimeout(goOn, seconds(shown) * 1000);
  }

  function goOn() {
    if (paused) return;
    // A newer site comes in where a page would turn anyway.
    if (isNewer) {
      remember();
      window.location.reload();
      return;
    }
    turn(1);
  }

  function remember() {
    var list = running();
    try {
      window.sessionStorage.setItem("banbao-board", String((list.indexOf(shown) + 1) % list.length));
    } catch (error) {
      // Storage is off: it begins at its first page.
    }
  }

  function remembered() {
    try {
      return Number(window.sessionStorage.getItem("banbao-board")) || 0;
    } catch (error) {
      return 0;
    }
  }

  function pause(yes) {
    paused = yes;
    window.clearTimeout(pauseTimer);
    if (yes) {
      window.clearTimeout(turnTimer);
      pauseTimer = window.setTimeout(function () {
        pause(false);
      }, PAUSE);
    } else {
      wait();
    }
    body.setAttribute("data-paused", yes ? "yes" : "no");
    button.textContent = button.getAttribute(yes ? "data-resume" : "data-pause");
  }

  // The one small file that tells which version is published. A script is what a page may load from a folder without a server.
  // Only an answer leads to loading the page anew: where the host is gone, what is shown stays.
  window.banbaoBoard = function (version) {
    isNewer = version !== body.getAttribute("data-version") || Date.now() - loaded > RENEW;
  };

  function poll() {
    var script = document.createElement("script");
    function done() {
      script.onload = script.onerror = null;
      if (script.parentNode) script.parentNode.removeChild(script);
      window.setTimeout(poll, POLL);
    }
    script.onload = done;
    script.onerror = done;
    script.src = "board-version.js?" + Date.now();
    document.head.appendChild(script);
  }

  function begin() {
    body = document.body;
    pages = all(document, ".screen");
    shift = document.querySelector("[data-shift]");
    clock = document.querySelector("[data-clock]");
    place = document.querySelector("[data-place]");
    button = document.querySelector("[data-pause]");
    body.setAttribute("data-round", "even");
    keepDays();
    tellTime();
    var list = running();
    show(list[Math.min(remembered(), list.length - 1)]);
    wait();
    button.hidden = false;
    button.addEventListener("click", function () {
      pause(!paused);
    });
    document.addEventListener("keydown", function (event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      var onControl = event.target.closest && event.target.closest("a, button");
      if (event.key === "p" || event.key === "P" || (event.key === " " && !onControl)) {
        event.preventDefault();
        pause(!paused);
      } else if (event.key === "ArrowRight" || event.key === "PageDown") {
        turn(1);
        if (paused) pause(true);
      } else if (event.key === "ArrowLeft" || event.key === "PageUp") {
        turn(-1);
        if (paused) pause(true);
      }
    });
    window.addEventListener("resize", function () {
      fit(shown);
    });
    window.setTimeout(poll, POLL);
  }

  document.addEventListener("DOMContentLoaded", function () {
    try {
      begin();
    } catch (error) {
      // Better a list than nothing.
      root.className = "";
      throw error;
    }
  });
})();
