// The reader's panel: type, colours, pointer, ruler and reading aloud. The site is whole without it.
(function () {
  "use strict";
  var root = document.documentElement;
  var button = document.querySelector("[data-reader]");
  var panel = document.getElementById("reader");

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function choose(name, value) {
    if (value) root.setAttribute("data-" + name, value);
    else root.removeAttribute("data-" + name);
    try {
      if (value) window.localStorage.setItem("banbao-" + name, value);
      else window.localStorage.removeItem("banbao-" + name);
    } catch (error) {
      // Storage is off: the choice holds for this page only.
    }
  }

  // "type=large" of data-set, or "type" for the usual.
  function choice(element, attribute) {
    var parts = element.getAttribute(attribute).split("=");
    return { name: parts[0], value: parts[1] || "" };
  }

  function isChosen(wanted) {
    return (root.getAttribute("data-" + wanted.name) || "") === wanted.value;
  }

  function showChoices() {
    each("[data-set], [data-toggle]", function (element) {
      var wanted = choice(element, element.hasAttribute("data-set") ? "data-set" : "data-toggle");
      element.setAttribute("aria-pressed", isChosen(wanted) ? "true" : "false");
    });
  }

  // The menu: Enter opens it as the space bar does, Escape closes it.
  var menu = document.getElementById("menu-switch");
  if (menu) {
    menu.addEventListener("keydown", function (event) {
      if (event.key === "Enter") menu.checked = !menu.checked;
    });
  }
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    if (menu && menu.checked) {
      menu.checked = false;
      menu.focus();
    }
    if (panel && !panel.hidden) {
      openPanel(false);
      button.focus();
    }
  });

  // A table that is wider than its box says so, and only such a one is a stop on the way through the page.
  function measureTables() {
    each(".table-scroll", function (box) {
      var scrolls = box.scrollWidth > box.clientWidth + 1;
      box.classList[scrolls ? "add" : "remove"]("table-scrolls");
      if (scrolls) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
    });
  }

  window.addEventListener("resize", measureTables);
  measureTables();

  if (!button || !panel) return;

  function openPanel(open) {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", open ? "true" : "false");
  }

  button.addEventListener("click", function () {
    openPanel(panel.hidden);
  });
  each("[data-set]", function (element) {
    element.addEventListener("click", function () {
      var wanted = choice(element, "data-set");
      choose(wanted.name, wanted.value);
      showChoices();
      measureTables();
    });
  });
  each("[data-toggle]", function (element) {
    element.addEventListener("click", function () {
      var wanted = choice(element, "data-toggle");
      choose(wanted.name, isChosen(wanted) ? "" : wanted.value);
      showChoices();
      placeRuler();
    });
  });
  showChoices();

  // The ruler: a band over the line below the pointer, or where the focus is.
  var ruler = null;
  var place = window.innerHeight / 3;

  function placeRuler() {
    if (root.getAttribute("data-ruler") !== "on") return;
    if (!ruler) {
      ruler = document.createElement("div");
      ruler.className = "ruler";
      ruler.setAttribute("aria-hidden", "true");
      document.body.appendChild(ruler);
    }
    ruler.style.transform = "translateY(" + Math.round(place - ruler.offsetHeight / 2) + "px)";
  }

  function follow(event) {
    place = event.clientY;
    placeRuler();
  }

  document.addEventListener("mousemove", follow);
  document.addEventListener("touchstart", function (event) {
    if (event.touches.length) follow(event.touches[0]);
  }, { passive: true });
  document.addEventListener("focusin", function (event) {
    var box = event.target.getBoundingClientRect();
    place = box.top + Math.min(box.height, 60) / 2;
    placeRuler();
  });
  placeRuler();

  // Reading aloud, where the machine has a voice of its own for the page's language: no text goes to another host.
  var speech = window.speechSynthesis;
  var speakButton = panel.querySelector("[data-speak]");
  var spoken = null;

  function localVoice() {
    if (!speech || !window.SpeechSynthesisUtterance) return null;
    var language = (root.getAttribute("lang") || "").slice(0, 2).toLowerCase();
    var voices = speech.getVoices().filter(function (voice) {
      return voice.localService === true && voice.lang.toLowerCase().indexOf(language) === 0;
    });
    return voices[0] || null;
  }

  function blocks() {
    var all = document.querySelectorAll("main h1, main h2, main h3, main p, main li, main dt, main dd, main th, main td");
    return Array.prototype.filter.call(all, function (block) {
      return block.offsetParent && block.textContent.trim() && !block.querySelector("p, li, dd, td");
    });
  }

  // A sentence at a time: long texts stop halfway in some browsers.
  function sentences(text) {
    return (text.replace(/\s+/g, " ").match(/[^。！？；.!?;]{1,120}[。！？；.!?;]*/g) || []);
  }

  function stop() {
    if (spoken) spoken.classList.remove("spoken");
    spoken = null;
    speech.cancel();
    speakButton.setAttribute("aria-pressed", "false");
  }

  function speak() {
    var voice = localVoice();
    if (!voice) return;
    speech.cancel();
    speakButton.setAttribute("aria-pressed", "true");
    var queue = [];
    blocks().forEach(function (block) {
      sentences(block.textContent).forEach(function (sentence) {
        queue.push({ block: block, text: sentence });
      });
    });
    (function next() {
      var part = queue.shift();
      if (!part || speakButton.getAttribute("aria-pressed") !== "true") return stop();
      if (spoken !== part.block) {
        if (spoken) spoken.classList.remove("spoken");
        spoken = part.block;
        spoken.classList.add("spoken");
      }
      var utterance = new window.SpeechSynthesisUtterance(part.text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.onend = next;
      utterance.onerror = stop;
      speech.speak(utterance);
    })();
  }

  function offerSpeech() {
    speakButton.hidden = !localVoice();
  }

  if (speech && speakButton) {
    offerSpeech();
    if (speech.addEventListener) speech.addEventListener("voiceschanged", offerSpeech);
    else speech.onvoiceschanged = offerSpeech;
    speakButton.addEventListener("click", function () {
      if (speakButton.getAttribute("aria-pressed") === "true") stop();
      else speak();
    });
    window.addEventListener("pagehide", function () {
      if (spoken) stop();
    });
  }
})();
