/* Fans as SVG: drawn once, then given new paths. Colours come from the style sheet. */
const SVG = "http://www.w3.org/2000/svg", PUT = Symbol("put");
const DASHES = { A: "", B: "7 3", C: "9 3 2 3", D: "2 3" };
const BANDS = [[0.1, 0.9, "outer"], [0.25, 0.75, "inner"]];

function svg(name, attributes = {}, parent = null) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (parent !== null) parent.append(made);
  return made;
}

/* What is as it was is left alone: the browser would paint it again. */
function put(node, name, value) {
  const text = String(value);
  if (node[PUT] === undefined) node[PUT] = {};
  if (node[PUT][name] === text) return;
  node[PUT][name] = text;
  if (name === "text") node.textContent = text;
  else node.setAttribute(name, text);
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "class") made.className = value;
    else if (key in made && typeof value !== "string") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

/* To a tenth of a pixel, in a fifth of the time that toFixed takes. */
function tenths(value) {
  return Math.round(value * 10) / 10;
}

/* An axis from nought: at most five ticks on whole steps, and its end. */
function axis(highest) {
  const top = highest > 0 ? highest * 1.06 : 1, rough = top / 4;
  const power = powerOfTen(Math.floor(Math.log10(rough)));
  const step = [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough - 1e-12);
  const ticks = [];
  for (let i = 0; i * step <= top; i += 1) ticks.push(i * step);
  return { top, ticks };
}

class Chart {
  constructor(about, words, key) {
    Object.assign(this, { words, key });
    this.pictures = about.pictures;
    this.chart = words.charts[key];
    this.weeks = about.kernel.weeks;
    this.count = words.probabilities.length;
    this.addedUp = about.kernel.addedUp.includes(key);
    this.record = about.arrays[this.chart.record].values;
    this.held = null;
    this.cursor = null;
    this.title = element("strong");
    this.total = element("span", { class: "fan-total" });
    this.subtitle = element("span", { class: "fan-subtitle" });
    const id = `fan-${key}`;
    this.caption = element("figcaption", { id }, this.title, this.total, this.subtitle);
    this.picture = svg("svg", { role: "img", tabindex: "0", class: "fan-picture" });
    this.readout = element("p", { class: "fan-readout", "aria-live": "polite" }, FIXED_SPACE);
    this.tableBox = element("div", { class: "scroll", role: "region", tabindex: "0" });
    this.details = element("details", { class: "fan-table" },
      element("summary", {}, label("table_of", { label: lowerFirst(this.chart.label) })), this.tableBox);
    this.figure = element("figure", { class: "fan", "aria-labelledby": id },
      this.caption, this.picture, this.readout, this.details);
    this.title.textContent = this.chart.label;
    this.layers();
    this.details.addEventListener("toggle", () => this.fillTable());
    this.picture.addEventListener("pointermove", (event) => this.point(event));
    this.picture.addEventListener("pointerleave", () => this.pointAt(null));
    this.picture.addEventListener("keydown", (event) => this.key_(event));
    this.picture.addEventListener("blur", () => this.pointAt(null));
  }

  layers() {
    const { picture, pictures } = this;
    this.grid = svg("g", { class: "grid" }, picture);
    const own = `scenario-${pictures.scenarios[pictures.subject].letter}`;
    this.bands = BANDS.map(([, , name]) => svg("path", { class: `${own} band ${name}` }, picture));
    this.past = svg("path", { class: "record" }, picture);
    this.rule = svg("line", { class: "rule" }, picture);
    this.ghost = svg("path", { class: `${own} ghost` }, picture);
    this.lines = pictures.scenarios.map(({ letter }) => svg("path", {
      class: `scenario-${letter} line`, "stroke-dasharray": DASHES[letter] }, picture));
    this.ends = svg("g", { class: "ends" }, picture);
    this.whiskers = pictures.scenarios.map(({ letter }) => svg("path", {
      class: `scenario-${letter} whisker` }, picture));
    this.letters = pictures.scenarios.map(({ letter }) => {
      const made = svg("text", { class: `scenario-${letter} letter` }, this.ends);
      made.textContent = letter;
      return made;
    });
    this.cross = svg("line", { class: "cross", visibility: "hidden" }, picture);
  }

  /* `fans` has one result for each scenario, in their order. */
  show(fans, totals, view, subject, briefed) {
    Object.assign(this, { shown: fans, totals, view, subject, briefed });
    const mode = this.addedUp ? "cumulative" : view;
    this.mode = mode;
    const { figure: total, rangeWords } = totals[subject];
    put(this.total, "text", label("in_all", { figure: total, range: rangeWords }));
    const record = mode === "weekly" && this.record.length ? this.pictures.recordLabel : "";
    const how = label(mode);
    put(this.subtitle, "text", record ? label("with_record", { view: how, record }) : how);
    const each = this.pictures.scenarios.map(({ letter }, place) => label("total_of", {
      letter, figure: totals[place].figure, range: totals[place].rangeWords }));
    put(this.picture, "aria-label", label("picture", {
      label: this.chart.label, view: this.subtitle.textContent, totals: each.join("; ") }));
    this.draw();
    if (this.details.open) this.fillTable();
  }

  value(fan, week, probability) {
    return fan[week * this.count + this.words.at(probability)];
  }

  /* While a lever is held the axis may grow, and does not shrink. */
  hold(held) {
    this.held = held ? this.scale : null;
    if (!held && this.shown) this.draw();
  }

  /* Asked for seldom: an answer makes the browser lay the whole page out. */
  measure() {
    const letters = parseFloat(getComputedStyle(document.documentElement).fontSize);
    this.size = [Math.max(this.picture.clientWidth, 240), this.picture.clientHeight || 210, letters / 16];
  }

  /* `paper` is the size on a printed page, whose layout a script cannot ask for. */
  draw(paper = null) {
    const [width, height, unit] = paper ?? this.size;
    const gap = 7 * unit, left = 44 * unit, top = 8 * unit, bottom = 34 * unit;
    const right = 32 * unit + gap * this.lines.length;
    const past = this.mode === "weekly" ? this.record : new Float64Array(0);
    const first = 1 - past.length, last = Math.max(this.weeks, first + 1);
    let highest = 0;
    for (const value of past) highest = Math.max(highest, value);
    this.shown.forEach((fan, place) => {
      for (let week = 0; week < this.weeks; week += 1) {
        const own = place === this.subject || week === this.weeks - 1;
        highest = Math.max(highest, this.value(fan, week, own ? 0.9 : 0.5));
      }
    });
    for (let week = 0; this.briefed && week < this.weeks; week += 1) {
      highest = Math.max(highest, this.value(this.briefed, week, 0.5));
    }
    let scale = axis(highest);
    if (this.held && this.held.top >= scale.top) scale = this.held;
    this.scale = scale;
    const x = (week) => left + ((week - first) / (last - first)) * (width - left - right);
    const y = (value) => height - bottom - (value / scale.top) * (height - top - bottom);
    this.x = x;
    put(this.picture, "viewBox", `0 0 ${width} ${height}`);
    const across = this.across(x, [width, right, left, first, last].join());
    const path = (fan, probability) => {
      const at = this.words.at(probability), { count, weeks } = this;
      let text = "";
      for (let week = 0; week < weeks; week += 1) text += across[week] + tenths(y(fan[week * count + at]));
      return `M${text.slice(1)}`;
    };
    const own = this.shown[this.subject];
    BANDS.forEach(([low, high], place) => {
      const at = this.words.at(low), { count } = this;
      let back = "";
      for (let week = this.weeks - 1; week >= 0; week -= 1) back += across[week] + tenths(y(own[week * count + at]));
      put(this.bands[place], "d", `${path(own, high)}${back}Z`);
    });
    this.shown.forEach((fan, place) => {
      put(this.lines[place], "d", path(fan, 0.5));
      const at = width - right + 8 * unit + gap * place, end = this.weeks - 1;
      const ends = [0.1, 0.9, 0.25, 0.75].map((each) => y(this.value(fan, end, each)).toFixed(1));
      put(this.whiskers[place], "d",
        `M${at} ${ends[0]}V${ends[1]}M${at - unit} ${ends[2]}V${ends[3]}M${at + unit} ${ends[2]}V${ends[3]}`);
    });
    this.placeLetters(width - 12 * unit, height, y, unit);
    put(this.ghost, "d", this.briefed ? path(this.briefed, 0.5) : "");
    put(this.past, "d", Array.from(past, (value, i) => (
      `${i ? "L" : "M"}${x(first + i).toFixed(1)} ${y(value).toFixed(1)}`)).join(""));
    const rule = past.length ? x(0.5).toFixed(1) : -9;
    for (const [name, at] of [["x1", rule], ["x2", rule], ["y1", top], ["y2", height - bottom]]) {
      put(this.rule, name, at);
    }
    this.drawn = { width, height, top, bottom, left, right, first, last, unit };
    const key = [width, height, this.mode, scale.top].join();
    if (key !== this.gridKey) this.drawGrid(key, scale, x, y);
    if (this.cursor !== null) this.pointAt(this.cursor);
  }

  /* How a line goes on to each week: where that is across changes with the chart's size alone. */
  across(x, key) {
    if (key !== this.acrossKey) {
      this.acrossKey = key;
      this.acrossKept = Array.from({ length: this.weeks }, (_, week) => `L${tenths(x(week + 1))} `);
    }
    return this.acrossKept;
  }

  placeLetters(at, height, y, unit) {
    const heights = this.shown.map((fan, place) => ({
      place, at: y(this.value(fan, this.weeks - 1, 0.5)) }));
    heights.sort((one, other) => one.at - other.at);
    heights.forEach((each, i) => {
      if (i) each.at = Math.max(each.at, heights[i - 1].at + 13 * unit);
    });
    for (const { place, at: down } of heights) {
      put(this.letters[place], "x", at);
      put(this.letters[place], "y", Math.min(down, height - 6 * unit) + 4 * unit);
    }
  }

  drawGrid(key, scale, x, y) {
    this.gridKey = key;
    const { width, height, bottom, left, right, first, last, unit } = this.drawn;
    this.grid.replaceChildren();
    const labels = axisLabels(scale.ticks);
    scale.ticks.forEach((tick, place) => {
      const at = y(tick).toFixed(1);
      svg("line", { x1: left, x2: width - right, y1: at, y2: at }, this.grid);
      svg("text", { x: left - 6 * unit, y: Number(at) + 4 * unit, "text-anchor": "end" }, this.grid).textContent = labels[place];
    });
    const room = Math.floor((width - left - right) / (58 * unit));
    const choices = this.chart.ticks[this.mode].filter((ticks) => ticks.length <= room);
    let ticks = choices.reduce((one, other) => (other.length > one.length ? other : one), []);
    if (!ticks.length && !this.pictures.begins) ticks = [[first, label("first_week")], [last, label("week", { week: last })]];
    for (const [week, text] of ticks) {
      const at = x(week);
      if (at > width - right + 1 || at < left - 1) continue;
      svg("line", { class: "tick", x1: at, x2: at, y1: height - bottom, y2: height - bottom + 4 * unit }, this.grid);
      const anchor = at > width - right - 24 * unit ? "end" : at < left + 24 * unit ? "start" : "middle";
      svg("text", { x: at, y: height - bottom + 16 * unit, "text-anchor": anchor }, this.grid).textContent = text;
    }
    if (this.pictures.begins && this.mode === "weekly" && this.record.length) {
      svg("text", { class: "ends-note", x: Math.min(x(0.5), width - right - 60 * unit), y: height - 4 * unit,
        "text-anchor": "middle" }, this.grid).textContent = label("record_ends", { day: this.pictures.ends });
    }
  }

  point(event) {
    const box = this.picture.getBoundingClientRect(), { first, last, left, right, width } = this.drawn;
    const at = ((event.clientX - box.left) / box.width) * width;
    const week = Math.round(first + ((at - left) / (width - left - right)) * (last - first));
    this.pointAt(Math.max(first, Math.min(this.weeks, week)));
  }

  key_(event) {
    const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -4, PageDown: 4 }[event.key];
    const { first } = this.drawn;
    if (event.key === "Escape") this.pointAt(null);
    else if (event.key === "Home" || event.key === "End") this.pointAt(event.key === "Home" ? first : this.weeks);
    else if (step === undefined) return;
    else this.pointAt(Math.max(first, Math.min(this.weeks, (this.cursor ?? 1) + (this.cursor === null ? 0 : step))));
    event.preventDefault();
  }

  pointAt(week) {
    this.cursor = week;
    this.cross.setAttribute("visibility", week === null ? "hidden" : "visible");
    if (week === null) {
      this.readout.textContent = FIXED_SPACE;
      return;
    }
    const { top, bottom, height } = this.drawn, at = this.x(week).toFixed(1);
    for (const [name, value] of [["x1", at], ["x2", at], ["y1", top], ["y2", height - bottom]]) {
      this.cross.setAttribute(name, value);
    }
    if (week < 1) {
      const counted = number(this.record[week - 1 + this.record.length], 1);
      this.readout.textContent = label("before", { count: 1 - week, figure: counted });
      return;
    }
    const said = this.pictures.scenarios.map(({ letter }, place) => {
      const { middle, range } = this.cells(this.shown[place], week - 1);
      return label(place === this.subject ? "ranged" : "plain", { letter, figure: middle, range });
    });
    this.readout.textContent = label("read_out", { week: this.weekName(week), figures: said.join("; ") });
  }

  weekName(week) {
    return this.pictures.weeks.length
      ? label("week_from", { day: this.pictures.weeks[week - 1] }) : label("week_number", { week });
  }

  cells(fan, week) {
    const [low, middle, high] = [0.1, 0.5, 0.9].map((each) => this.value(fan, week, each));
    const style = styleFor(low, high, this.chart.whole);
    return { middle: figure(middle, style), range: figureRange(low, high, style) };
  }

  fillTable() {
    if (!this.details.open || !this.shown) return;
    const { scenarios } = this.pictures, own = this.subject;
    const names = [...scenarios.map(({ letter }) => label("median", { letter }))];
    names.splice(own + 1, 0, label("range", { letter: scenarios[own].letter }));
    const caption = label(`table_${this.mode}`, { label: this.chart.label });
    const rows = Array.from({ length: this.weeks }, (_, week) => {
      const cells = this.shown.map((fan) => this.cells(fan, week));
      const texts = cells.map(({ middle }) => middle);
      texts.splice(own + 1, 0, cells[own].range);
      return [this.pictures.weeks[week] ?? String(week + 1), ...texts];
    });
    this.tableBox.setAttribute("aria-label", caption);
    this.tableBox.replaceChildren(table(caption, [label(this.pictures.weeks.length ? "column_of_days" : "column_of_weeks"), ...names], rows));
  }
}

function table(caption, columns, rows) {
  const cell = (text, column) => element("td", { role: "cell", "data-column": column }, element("span", {}, text));
  return element("table", { class: "figures", role: "table" },
    element("caption", {}, caption),
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...columns.map((each) => (
      element("th", { role: "columnheader", scope: "col" }, each))))),
    element("tbody", { role: "rowgroup" }, ...rows.map(([heading, ...cells]) => element("tr", { role: "row" },
      element("th", { role: "rowheader", scope: "row" }, heading),
      ...cells.map((text, place) => cell(text, columns[place + 1]))))));
}
