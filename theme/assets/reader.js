// What the reader chose, set before the page is first painted. It stands in the head and blocks: a page that changes its type
// after it was seen jumps.
(function () {
  "use strict";
  var root = document.documentElement;
  var choices = {
    type: ["large", "huge"],
    colours: ["light", "dark", "contrast"],
    pointer: ["large"],
    ruler: ["on"],
  };
  root.setAttribute("data-script", "on");
  Object.keys(choices).forEach(function (name) {
    var value = null;
    try {
      value = window.localStorage.getItem("banbao-" + name);
    } catch (error) {
      return; // Storage is off.
    }
    if (choices[name].indexOf(value) >= 0) root.setAttribute("data-" + name, value);
  });
})();
