/* The page: starts the engine, moves with the levers, and says what it shows. */
const PAPER = [210, 92, 0.53];

class Page {
  constructor(about, engine) {
    this.about = about;
    this.engine = engine;
    this.words = new Words(about);
    this.subject = about.pictures.subject;
    this.view = "weekly";
    this.waiting = false;
    this.place = (name) => document.getElementById(`explore-${name}`);
    this.charts = about.kernel.shown.map((key) => new Chart(about, this.words, key));
    this.place("fans").append(...this.charts.map((chart) => chart.figure));
    this.levers = new Levers(about, this.place("levers"), () => this.later(), (held) => this.hold(held));
    this.listen();
    this.compareAll();
    this.beliefs = this.levers.beliefs;
    this.mix = this.levers.state.mix;
    this.today = engine.today();
    this.compute();
    this.briefed = {};
    this.charts.forEach((chart) => chart.measure());
    this.show();
    this.settle();
  }

  listen() {
    for (const view of ["weekly", "cumulative"]) {
      this.place(view).addEventListener("change", () => {
        this.view = view;
        this.compareAll();
        this.compute();
        this.show();
      });
    }
    this.place("reset").addEventListener("click", () => this.levers.reset());
    this.place("levers").addEventListener("change", () => this.settle());
    for (const name of ["target-outcome", "target-direction", "target-number"]) {
      this.place(name).addEventListener("input", () => this.showTarget());
    }
    const outcomes = this.about.pictures.charts.map(({ key, label: name }) => element("option", { value: key }, name));
    this.place("target-outcome").append(...outcomes);
    this.place("copy").addEventListener("click", () => this.copy());
    this.place("save").addEventListener("click", () => {
      const named = JSON.stringify(documentOf(this.about, this.levers), null, 1);
      saveText("explored.scenario.json", named);
    });
    addEventListener("resize", () => this.fit());
    addEventListener("beforeprint", () => this.charts.forEach((chart) => chart.draw(PAPER)));
    addEventListener("afterprint", () => this.fit());
  }

  fit() {
    this.charts.forEach((chart) => chart.measure());
    this.charts.forEach((chart) => chart.draw());
  }

  hold(held) {
    this.charts.forEach((chart) => chart.hold(held));
  }

  /* Moves within one frame are shown together. */
  later() {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.compute();
      this.show();
      this.settleSoon();
    });
  }

  compareAll() {
    this.compared = this.engine.others.map(({ table, beliefs }) => this.engine.run(this.view, table, beliefs));
    this.comparedTotals = this.compared.map((result) => this.totalsOf(result));
  }

  totalsOf(result) {
    return Object.fromEntries(this.about.kernel.shown.map((key) => (
      [key, this.words.total(key, result.totals[key].slice().sort())])));
  }

  moveBeliefs() {
    const now = this.levers.beliefs, { engine } = this;
    let moved = false;
    for (const [key, central] of Object.entries(now)) {
      if (central === this.beliefs[key]) continue;
      moved = true;
      for (const rows of [engine.beliefs, engine.beliefsToday]) {
        if (rows.fills[key]) engine.setBelief(rows, key, central);
      }
    }
    this.beliefs = now;
    if (this.levers.state.mix !== this.mix) {
      this.mix = this.levers.state.mix;
      const { mixes, places } = this.about.kernel;
      engine.setPlaces(engine.beliefs, mixes[this.mix] ?? places);
    }
    if (moved) this.today = engine.today();
  }

  compute() {
    const { engine } = this;
    this.moveBeliefs();
    const levers = engine.weekly(this.levers.engineValues);
    this.result = engine.run(this.view, engine.tableOf(levers), engine.beliefs);
    this.totals = this.totalsOf(this.result);
    this.makesUp = engine.makesUp(levers, this.result.totals.arrests, this.today);
  }

  /* One value for each scenario, in their order. */
  all(own, others) {
    const found = [...others];
    found.splice(this.subject, 0, own);
    return found;
  }

  show() {
    const { changed } = this.levers;
    if (!changed) this.briefed[this.view] = this.result.fans;
    const briefed = changed ? this.briefed[this.view] : null;
    for (const chart of this.charts) {
      chart.show(
        this.all(this.result.fans[chart.key], this.compared.map(({ fans }) => fans[chart.key])),
        this.all(this.totals[chart.key], this.comparedTotals.map((totals) => totals[chart.key])),
        this.view, this.subject, briefed ? briefed[chart.key] : null);
    }
    const parts = this.words.answer(this.levers.plan, this.totals, this.result.short, this.makesUp);
    this.said = parts.join("");
    this.place("answer").replaceChildren(...parts.map((part, place) => (
      place % 2 ? element("strong", {}, part) : part)));
    this.showState(changed);
    this.showTotals();
    this.showTarget();
  }

  showState(changed) {
    const { model, draws, fingerprint, record } = this.about.identity;
    const { letter, title } = this.about.pictures.scenarios[this.subject];
    const state = label(changed ? "changed_from" : "untouched", {
      letter, title, fingerprint, changes: changed ? this.levers.differences.join("; ") : "" });
    put(this.place("state"), "text", label("live", { model, draws: number(draws, 1), record, state }));
    this.place("reset").disabled = !changed;
    this.place("compared").hidden = !(changed && this.engine.others.length && this.beliefMoved());
  }

  beliefMoved() {
    return this.about.levers.some((lever) => lever.kind === "belief" && this.levers.isMoved(lever));
  }

  showTotals() {
    const { scenarios, charts } = this.about.pictures, { past } = this.about.words;
    const changed = this.levers.changed;
    const columns = [label("total"), ...scenarios.map(({ letter, short }, place) => (
      label(place === this.subject && changed ? "changed" : "column", { letter, title: short }))),
      label("in_the_record")];
    const rows = charts.map(({ key, label: name }) => [name, ...this.all(this.totals[key], this.comparedTotals.map(
      (totals) => totals[key])).map(({ beside }) => beside), past[key] || EN_DASH]);
    const text = JSON.stringify([columns, rows]);
    if (text === this.totalsShown) return;
    const box = this.place("totals");
    if (this.totalsShown && JSON.parse(this.totalsShown)[0].join() === columns.join()) {
      [...box.querySelectorAll("tbody tr")].forEach((row, i) => {
        row.querySelectorAll("td span").forEach((cell, j) => {
          if (cell.textContent !== rows[i][j + 1]) cell.textContent = rows[i][j + 1];
        });
      });
    } else {
      const weeks = this.about.kernel.weeks;
      box.replaceChildren(table(label("totals", { weeks }), columns, rows));
    }
    this.totalsShown = text;
  }

  showTarget() {
    const key = this.place("target-outcome").value, direction = this.place("target-direction").value;
    const input = this.place("target-number"), total = this.totals[key];
    if (input.dataset.key !== key) {
      input.dataset.key = key;
      input.value = String(nearest(total.middle));
    }
    const wanted = input.value.trim() === "" ? NaN : Number(input.value);
    const share = this.words.chance(total.ordered, direction, wanted);
    this.place("target-answer").textContent = Number.isNaN(wanted)
      ? label("type_a_number")
      : label("chance", { share: of100(share, this.about.words) });
  }

  /* Said aloud, and the code renewed, once the hand rests. */
  settleSoon() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.settle(), 400);
  }

  settle() {
    this.place("aloud").textContent = this.said;
    codeOf(this.about, this.levers).then((code) => {
      this.place("code").value = code;
    }, () => {
      this.place("code").value = "";
      this.place("copied").textContent = label("no_code");
    });
  }

  async copy() {
    const field = this.place("code");
    field.value = await codeOf(this.about, this.levers);
    field.select();
    let done = false;
    try {
      await navigator.clipboard.writeText(field.value);
      done = true;
    } catch {
      done = document.execCommand("copy");
    }
    this.place("copied").textContent = label(done ? "copied" : "copy_it");
  }
}

/* Where the browser cannot do it, the briefing below stands alone. */
(async () => {
  const data = document.getElementById("explorer-data");
  try {
    const about = await unpacked(data.textContent);
    labels = about.labels;
    const kernel = await Kernel.start(about.arrays[about.module].values, about.functions);
    const section = document.getElementById("explore");
    const engine = new Engine(about, kernel);
    section.hidden = false;
    document.documentElement.classList.add("explorable");
    globalThis.explorable = new Page(about, engine);
  } catch (error) {
    document.getElementById("explore").hidden = true;
    document.documentElement.classList.remove("explorable");
    globalThis.explorableFault = error;
  }
})();
