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
    each("[data-columns]", function (row) {
      var columns = Array.prototype.filter.call(row.children, function (child) {
        return child.hasAttribute("data-column");
      });
      if (columns.length < 2) return;
      var behind = columns[columns.length - 1].nextSibling;
      columns.reverse().forEach(function (column) {
        row.insertBefore(column, behind);
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
// Filters of a long table, on pages that have them: without a script every row shows.
(function () {
  var form = document.getElementById("filters");
  if (!form) return;
  var rows = Array.prototype.slice.call(document.querySelectorAll("[data-row]"));
  var found = document.getElementById("found");
  function value(id) {
    var field = document.getElementById(id);
    return field ? field.value.trim() : "";
  }
  function has(row, name, word) {
    return !word || row.getAttribute(name).indexOf(" " + word + " ") >= 0;
  }
  function show() {
    var words = value("search").toLowerCase().split(/\s+/).filter(Boolean);
    var from = value("from");
    var to = value("to");
    var count = 0;
    rows.forEach(function (row) {
      var date = row.getAttribute("data-date");
      var dated = /^\d{4}-/.test(date);
      var text = row.getAttribute("data-search");
      var good = words.every(function (word) { return text.indexOf(word) >= 0; })
        && has(row, "data-sides", value("side"))
        && has(row, "data-topics", value("topic"))
        && (!from || dated && date >= from)
        && (!to || dated && date <= to);
      row.hidden = !good;
      if (good) count += 1;
    });
    found.textContent = count + " of " + rows.length + " shown";
  }
  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.hidden = false;
  show();
})();
