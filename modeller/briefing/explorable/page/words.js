/* A label with its places filled in; the labels are those of labels.py. */
let labels = {};
function label(name, places = {}) {
  return labels[name].replace(/\{(\w+)\}/g, (_, place) => places[place]);
}

/* As within a sentence: an abbreviation keeps its capitals. */
function lowerFirst(text) {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/* The sentences of a result: which case it is, and its figures. All words come from Python. */
class Words {
  constructor(about) {
    this.said = about.words;
    this.charts = Object.fromEntries(about.pictures.charts.map((chart) => [chart.key, chart]));
    this.probabilities = about.kernel.probabilities;
  }

  at(probability) {
    return this.probabilities.indexOf(probability);
  }

  /* A total: its quantiles, how it is written, its middle and its range. */
  total(key, ordered) {
    const quantiles = quantilesOf(ordered, this.probabilities);
    const [low, middle, high] = [0.1, 0.5, 0.9].map((each) => quantiles[this.at(each)]);
    const style = styleFor(low, high, this.charts[key].whole);
    const certain = ordered[0] === ordered[ordered.length - 1];
    const range = figureRange(low, high, style);
    return {
      key, quantiles, style, middle, ordered,
      figure: figure(middle, style), range, beside: middleAndRange(low, middle, high, style),
      rangeWords: certain ? this.said.withoutRange : this.said.inMost.replace("{figures}", range),
    };
  }

  /* Which of the forms of a clause: left out, none, some, all of the futures. */
  form(share) {
    if (share === null) return 0;
    return share <= 0 ? 1 : share >= 1 ? 3 : 2;
  }

  answer(plan, totals, short, makesUp) {
    const whole = 1 - short;
    const counts = Object.entries(this.said.limits).map(([key, limits]) => (
      limits.filter((limit) => totals[key].middle >= limit).length));
    const begins = this.said.plans[plan];
    const key = [...counts, begins === "" ? 0 : this.form(whole), this.form(makesUp)].join("");
    const figures = {
      whole: of100(whole, this.said), short: of100(short, this.said),
      makes_up: makesUp === null ? "" : of100(makesUp, this.said),
    };
    for (const each of Object.keys(totals)) figures[each] = totals[each].figure;
    const said = begins + this.said.answers[key].replace(/\{(\w+)\}/g, (_, name) => figures[name]);
    return said.split("**"); // every second part is to stand out
  }

  /* Of 100 futures those whose total is as it is wanted. */
  chance(ordered, direction, wanted) {
    const fits = direction === "most" ? (value) => value <= wanted : (value) => value >= wanted;
    let count = 0;
    for (const value of ordered) count += Number(fits(value));
    return count / ordered.length;
  }
}
