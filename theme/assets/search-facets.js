/* What results can be narrowed down by, how many each choice would leave, and in which order they stand.
 *
 * `facets` is pagefind/documents.json: for each facet, label → numbers of the documents that have it.
 */
(function (root) {
  "use strict";

  var FACETS = ["kind", "type", "month", "field", "area", "time", "day", "fee", "audience", "role"];

  function chosenSet(facets, facet, labels) {
    var all = new Set();
    labels.forEach(function (label) {
      ((facets[facet] || {})[label] || []).forEach(function (number) { all.add(number); });
    });
    return all;
  }

  // Within a facet any label will do; every facet with a choice has to agree. `except` leaves one facet out.
  function filtered(facets, numbers, chosen, except) {
    var sets = FACETS.filter(function (facet) { return facet !== except && (chosen[facet] || []).length; })
      .map(function (facet) { return chosenSet(facets, facet, chosen[facet]); });
    return numbers.filter(function (number) {
      return sets.every(function (set) { return set.has(number); });
    });
  }

  // For each facet: label → how many of the numbers would be left if it were chosen.
  function counts(facets, numbers, chosen) {
    var out = {};
    FACETS.forEach(function (facet) {
      var left = new Set(filtered(facets, numbers, chosen, facet));
      out[facet] = {};
      Object.keys(facets[facet] || {}).forEach(function (label) {
        out[facet][label] = facets[facet][label].filter(function (number) { return left.has(number); }).length;
      });
    });
    return out;
  }

  // The numbers in the order of `order`, which has every document's number once.
  function sorted(numbers, order) {
    var wanted = new Set(numbers);
    return order.filter(function (number) { return wanted.has(number); });
  }

  // The labels that most of the numbers have, the commonest first.
  function commonest(found, numbers, most) {
    var wanted = new Set(numbers);
    var counted = Object.keys(found || {}).map(function (label) {
      return { label: label, count: found[label].filter(function (number) { return wanted.has(number); }).length };
    });
    return counted.filter(function (one) { return one.count > 0; })
      .sort(function (a, b) { return b.count - a.count || (a.label < b.label ? -1 : 1); })
      .slice(0, most).map(function (one) { return one.label; });
  }

  var api = { FACETS: FACETS, filtered: filtered, counts: counts, sorted: sorted, commonest: commonest };
  if (typeof module === "object" && module.exports) module.exports = api;
  else root.HirobaFacets = api;
})(typeof self === "undefined" ? this : self);
