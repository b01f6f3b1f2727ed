"use strict";
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
