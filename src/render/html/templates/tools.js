"use strict";
// Controls for a page that reads without them: each is a button that is pressed or not, and changes no word of the page.
(function () {
  var tools = document.getElementById("tools");
  var root = document.documentElement;
  if (!tools) return;

  function each(selector, act) {
    Array.prototype.forEach.call(document.querySelectorAll(selector), act);
  }

  function toggle(id, act) {
    var button = document.getElementById(id);
    if (!button) return;
    button.addEventListener("click", function () {
      var on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      act(on);
    });
  }

  // The columns change places in the document too, so that reading and tabbing follow what is seen.
  toggle("swap", function () {
    each("[data-columns]", function (block) {
      // In a table the columns follow the heads of the rows.
      var first = block.rows ? 1 : 0;
      var end = first + Number(block.getAttribute("data-columns"));
      Array.prototype.forEach.call(block.rows || [block], function (row) {
        var columns = Array.prototype.slice.call(row.children, first, end);
        if (columns.length < 2) return;
        var behind = columns[columns.length - 1].nextSibling;
        columns.reverse().forEach(function (column) {
          row.insertBefore(column, behind);
        });
      });
    });
  });
  ["hide-background", "hide-version"].forEach(function (id) {
    toggle(id, function (on) {
      root.classList.toggle(id, on);
    });
  });
  toggle("open-all", function (on) {
    each("details.why", function (details) {
      details.open = on;
    });
  });
  // Evidence that shows on hover or focus goes away with Escape, until the pointer and the focus have left it.
  function held(why) {
    return why.matches(":hover") || why.contains(document.activeElement);
  }
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    each(".why", function (why) {
      if (held(why)) why.classList.add("away");
    });
  });
  ["pointerover", "focusin"].forEach(function (name) {
    document.addEventListener(name, function () {
      each(".why.away", function (why) {
        if (!held(why)) why.classList.remove("away");
      });
    });
  });
  // A link into something hidden shows it.
  function reveal() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    ["background", "version"].forEach(function (kind) {
      if (target.closest("." + kind) && root.classList.contains("hide-" + kind)) {
        document.getElementById("hide-" + kind).click();
        target.scrollIntoView();
      }
    });
  }
  window.addEventListener("hashchange", reveal);
  tools.hidden = false;
})();
