/* The levers: what each stands at, and the controls that move them. */
class Levers {
  constructor(about, place, moved, held) {
    this.about = about;
    this.moved = moved;
    this.state = {};
    this.parts = {};
    for (const lever of about.levers) place.append(this.control(lever, held));
    if (about.mix.choices.length) place.append(this.mixControl());
    this.reset(false);
  }

  control(lever, held) {
    const id = `lever-${lever.key}`, { values } = lever;
    const input = element("input", {
      id, type: "range", min: "0", max: String(values.length - 1), step: "1", "aria-describedby": `${id}-help` });
    const output = element("output", { for: id });
    const was = element("span", { class: "was" }), beyond = element("span", { class: "beyond" });
    const parts = { lever, input, output, was, beyond };
    this.parts[lever.key] = parts;
    const box = element("div", { class: "lever" },
      element("label", { for: id }, lever.label), output, input);
    if (lever.followsText !== undefined) {
      parts.follows = element("input", { id: `${id}-follows`, type: "checkbox" });
      parts.follows.addEventListener("change", () => {
        this.set(lever.key, parts.follows.checked ? null : Number(input.value));
        this.moved();
      });
      box.append(element("label", { class: "follows" }, parts.follows, lever.followsText));
    }
    const longest = label("was", { text: lever.startText }) + label("beyond", { range: lever.evidenceText });
    const room = lever.evidenceText !== undefined && longest.length > 46 ? "lever-note two" : "lever-note";
    const help = element("p", { id: `${id}-help`, class: room }, was, beyond);
    box.append(help);
    input.title = lever.help;
    input.addEventListener("input", () => {
      this.set(lever.key, Number(input.value));
      this.moved();
    });
    for (const name of ["pointerdown", "touchstart"]) {
      input.addEventListener(name, () => held(true), { passive: true });
    }
    for (const name of ["pointerup", "pointercancel", "touchend", "change"]) {
      input.addEventListener(name, () => held(false), { passive: true });
    }
    return box;
  }

  mixControl() {
    const select = element("select", { id: "lever-mix" }, ...this.about.mix.choices.map(([value, text]) => (
      element("option", { value }, text))));
    select.addEventListener("change", () => {
      this.state.mix = select.value;
      this.moved();
    });
    this.mix = select;
    return element("div", { class: "lever" },
      element("label", { for: "lever-mix" }, label("mix")), select);
  }

  /* Where a lever starts: a place among its values, "own" for a schedule, null while it follows. */
  startOf(lever) {
    if (lever.follows === true) return null;
    return lever.scheduled ? "own" : lever.start;
  }

  reset(tell = true) {
    for (const lever of this.about.levers) this.set(lever.key, this.startOf(lever));
    this.state.mix = this.about.mix.start;
    if (this.mix) this.mix.value = this.state.mix;
    if (tell) this.moved();
  }

  set(key, place) {
    this.state[key] = place;
    for (const lever of this.about.levers) {
      if (lever.key === key || lever.leader === key) this.showControl(this.parts[lever.key]);
    }
  }

  isMoved(lever) {
    return this.state[lever.key] !== this.startOf(lever);
  }

  get changed() {
    return this.about.levers.some((lever) => this.isMoved(lever)) || this.state.mix !== this.about.mix.start;
  }

  /* The number a lever stands at, for one that follows too. */
  valueOf(lever) {
    const place = this.state[lever.key];
    if (place === "own") return lever.values[lever.start];
    if (place !== null) return lever.values[place];
    const leader = this.parts[lever.leader].lever, { share, least } = this.about.kernel.levers[lever.key];
    return Math.max(least, share * this.valueOf(leader));
  }

  nearestPlace(lever, value) {
    let best = 0;
    lever.values.forEach((each, place) => {
      if (Math.abs(each - value) < Math.abs(lever.values[best] - value)) best = place;
    });
    return best;
  }

  textOf(lever) {
    if (!this.isMoved(lever)) {
      if (lever.follows !== true) return lever.startText;
    }
    return lever.texts[this.nearestPlace(lever, this.valueOf(lever))];
  }

  showControl({ lever, input, output, was, beyond, follows }) {
    const value = this.valueOf(lever), text = this.textOf(lever);
    input.value = String(this.nearestPlace(lever, value));
    input.setAttribute("aria-valuetext", text);
    output.textContent = text;
    if (follows) follows.checked = this.state[lever.key] === null;
    const moved = this.isMoved(lever);
    was.textContent = moved ? label("was", { text: lever.startText }) : "";
    input.closest(".lever").classList.toggle("moved", moved);
    const outside = lever.evidence && (value < lever.evidence[0] || value > lever.evidence[1]);
    beyond.textContent = outside ? label("beyond", { range: lever.evidenceText }) : "";
  }

  /* The levers that the engine is told of: numbers, null for one that follows. */
  get engineValues() {
    const found = {};
    for (const lever of this.about.levers) {
      const place = this.state[lever.key];
      if (lever.kind !== "lever" || place === "own") continue;
      if (place === null) found[lever.key] = null;
      else if (this.isMoved(lever)) found[lever.key] = lever.values[place];
    }
    return found;
  }

  get beliefs() {
    return Object.fromEntries(this.about.levers.filter(({ kind }) => kind === "belief")
      .map((lever) => [lever.key, lever.values[this.state[lever.key]]]));
  }

  /* Name of the plan among the beginnings of the answer. */
  get plan() {
    const lever = this.about.levers.find(({ key }) => key === this.about.words.planned);
    return this.state[lever.key] === "own" ? "own" : String(lever.values[this.state[lever.key]]);
  }

  /* What was moved, in words. */
  get differences() {
    const found = this.about.levers.filter((lever) => this.isMoved(lever))
      .map((lever) => label("change", {
        label: lever.label.toLowerCase(), now: this.textOf(lever), before: lever.startText }));
    if (this.state.mix !== this.about.mix.start) {
      const [, text] = this.about.mix.choices.find(([key]) => key === this.state.mix);
      found.push(label("mix_changed", { text }));
    }
    return found;
  }
}
