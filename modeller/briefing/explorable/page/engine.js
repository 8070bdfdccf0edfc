/* A pass of the live kernel, as modeller/kernel/live_pass.py makes it, on one thread. */
const OPERATIONS = {
  add: (a, b) => a + b, subtract: (a, b) => a - b, multiply: (a, b) => a * b,
  divide: (a, b) => a / b, least: Math.min, most: Math.max, negative: (a) => -a,
};

/* A number of the week out of levers, as the equations have it. */
function evaluated(formula, levers, week) {
  if (typeof formula === "number") return formula;
  if (typeof formula === "string") return levers[formula][week];
  return OPERATIONS[formula[0]](...formula.slice(1).map((each) => evaluated(each, levers, week)));
}

class Engine {
  constructor(about, kernel) {
    this.about = about;
    this.kernel = kernel;
    this.given = about.kernel;
    const { draws, weeks, lanes } = this.given;
    this.blocks = Math.ceil(draws / lanes);
    this.columns = this.given.columns.length;
    this.table = kernel.array("<f4", weeks, this.columns);
    this.groups = this.given.steady.columns.length;
    this.moved = kernel.array("|b1", weeks, this.groups);
    this.causeMoved = kernel.array("|b1", weeks);
    this.fillNoise();
    this.levels = this.given.levels.map((level) => this.filledLevel(level));
    this.prepare();
    this.beliefs = this.beliefRows(this.given.rows, this.given.places);
    this.beliefsToday = this.beliefRows(this.given.rows, this.given.recorded);
    this.forgoneEach = this.stored(this.given.forgone.belief);
    this.others = this.given.others.map((other) => ({
      table: this.stored(other.table), beliefs: this.beliefRows(other.rows, other.places),
    }));
  }

  stored(number) {
    return this.about.arrays[number].values;
  }

  kept(number) {
    return this.kernel.kept(this.about.arrays[number]);
  }

  fillNoise() {
    const { weeks, lanes, noise } = this.given, { kernel, blocks } = this;
    const keys = this.kept(noise.keys), shares = this.kept(noise.shares);
    this.noise = kernel.array("<f4", blocks * weeks * keys.shape[0] * lanes);
    const scratch = [kernel.array("<f8", lanes), kernel.array("<f8", lanes)];
    kernel.bound("fill_noise", [keys, shares, 0, blocks, weeks, this.noise, scratch])();
  }

  filledLevel(level) {
    const { weeks, lanes } = this.given, { kernel, blocks } = this, size = blocks * lanes;
    const keys = this.kept(level.keys), figures = this.kept(level.figures);
    const draws = kernel.array("<f8", level.draws.length, size);
    level.draws.forEach((number, row) => draws.view.set(this.stored(number).subarray(0, size), row * size));
    const made = kernel.array("<f4", weeks * size);
    const streams = keys.shape[0];
    const scratch = [streams, streams, level.states, 1].map((rows) => kernel.array("<f8", rows, lanes));
    kernel.bound(level.filler, [keys, figures, draws, 0, blocks, weeks, made, scratch])();
    return made;
  }

  /* Memory that all passes share, and what each of them asks for. */
  prepare() {
    const { kernel, given } = this, { lanes, weeks, bins } = given;
    const most = Math.max(...Object.values(given.plans).map((plan) => plan.fans.length));
    const probabilities = given.probabilities.length;
    this.tallying = [
      kernel.array("<f4", lanes), kernel.array("<f8", 2), kernel.array("<i4", lanes),
      kernel.array("|u1", given.parts * bins), kernel.array("<i8", bins),
    ];
    this.scratch = [
      kernel.array("<f4", given.scratchRows * lanes), kernel.array("<i8", given.causes + 1), this.tallying,
    ];
    this.totals = kernel.array("<f4", given.flows.length, given.draws);
    this.causes = kernel.array("<i8", weeks, given.causes);
    this.short = kernel.array("<i2", 2, given.draws);
    this.asked = kernel.array("<f8", probabilities);
    this.asked.view.set(given.probabilities);
    const space = {
      starts: kernel.array("<f8", weeks, most), widths: kernel.array("<f8", weeks, most),
      sums: kernel.array("<f8", this.blocks, weeks, most), kept: kernel.array("<f4", weeks, most, lanes),
      histograms: kernel.array("<u4", 1, weeks, most, bins), tallied: kernel.array("|b1", weeks, most),
      bands: kernel.array("<f8", weeks, most, probabilities),
      smooth: kernel.array("<f8", weeks, most, probabilities),
    };
    this.plans = {};
    for (const [name, plan] of Object.entries(given.plans)) {
      const fans = plan.fans.length;
      const shaped = (part) => { // the same memory, as long as this plan needs
        const { type, shape, at } = space[part];
        return new Memory(kernel, type, shape.map((each, place) => (
          place === (part === "histograms" || part === "sums" ? 2 : 1) ? fans : each)), at);
      };
      const made = { ...plan, fans: plan.fans, runs: new Map() };
      for (const part of Object.keys(space)) made[part] = shaped(part);
      for (const part of ["wanted", "summed", "flow_rows", "ratio_rows", "ratio_factors", "fan_rows", "wholes"]) {
        made[part] = this.kept(plan[part]);
      }
      made.histogram = new Memory(kernel, "<u4", [weeks, fans, bins], made.histograms.at);
      made.setBins = kernel.bound("set_all_bins", [
        made.kept, given.draws, made.wholes, made.starts, made.widths, this.tallying]);
      made.tallyKept = kernel.bound("tally_kept", [
        made.kept, Math.min(lanes, given.draws), made.tallied, made.starts, made.widths,
        this.tallying, made.histogram]);
      made.readBands = kernel.bound("read_bands", [
        made.histograms, 0, weeks, given.draws, made.starts, made.widths, made.wholes, this.asked,
        made.bands, made.smooth, this.tallying]);
      this.plans[name] = made;
    }
  }

  /* A block of memory with the rows of draws; those of beliefs that move have a way to be filled. */
  beliefRows(rows, places) {
    const { kernel, blocks } = this, { lanes } = this.given;
    const memory = kernel.array("<f4", blocks * rows.length * lanes);
    const made = { memory, rows, fills: {} };
    rows.forEach((row, place) => {
      if (row.values !== undefined) this.spreadOut(made, place, this.stored(row.values));
      if (row.belief !== undefined) {
        made.fills[row.belief] = { row, place, departures: this.kept(row.departures) };
        this.setBelief(made, row.belief, row.central);
      }
    });
    this.setPlaces(made, places);
    return made;
  }

  spreadOut(beliefs, place, values) {
    const { lanes } = this.given, { view } = beliefs.memory, count = beliefs.rows.length;
    for (let block = 0; block < this.blocks; block += 1) {
      view.set(values.subarray(block * lanes, (block + 1) * lanes), (block * count + place) * lanes);
    }
  }

  setPlaces(beliefs, places) {
    beliefs.rows.forEach((row, place) => {
      if (row.place !== undefined) this.spreadOut(beliefs, place, this.stored(places[row.place]));
    });
  }

  setBelief(beliefs, key, central) {
    const { row, place, departures } = beliefs.fills[key];
    if (this.place === undefined) this.place = this.kernel.array("<f8", 1);
    const { top } = this.kernel; // what is laid here is not needed afterwards
    this.kernel.bound("place_on_scale", [row.link, central, this.place])();
    const [low, high] = row.limits;
    this.kernel.bound("fill_belief", [
      row.link, this.place.view[0], row.spread, low === null ? -Infinity : low,
      high === null ? Infinity : high, departures, place, beliefs.rows.length, beliefs.memory])();
    this.kernel.top = top;
  }

  /* Every lever week by week: `values` has those that were moved. */
  weekly(values) {
    const found = {}, { weeks, levers } = this.given;
    for (const [key, lever] of Object.entries(levers)) {
      if (values[key] !== undefined && values[key] !== null) {
        const way = lever.way === undefined ? null : this.stored(lever.way), { baseline } = lever;
        const value = values[key];
        found[key] = Float64Array.from({ length: weeks }, (_, week) => (
          way === null ? value : baseline + (value - baseline) * way[week]));
      } else if (lever.follows !== undefined && values[key] === null) {
        found[key] = found[lever.follows].map((each) => Math.max(lever.least, lever.share * each));
      } else {
        found[key] = this.stored(lever.weekly);
      }
    }
    return found;
  }

  /* The table of the subject with its levers so. */
  tableOf(levers) {
    const table = Float32Array.from(this.stored(this.given.table)), { columns, weeks } = this.given;
    columns.forEach((formula, column) => {
      if (formula === null) return;
      for (let week = 0; week < weeks; week += 1) {
        table[week * this.columns + column] = evaluated(formula, levers, week);
      }
    });
    return table;
  }

  noteMoves(plan, table) {
    const { weeks, steady } = this.given, { columns, groups } = this;
    const moved = this.moved.view, tallied = plan.tallied.view, fans = plan.fans.length;
    for (let week = 0; week < weeks; week += 1) {
      const now = week * columns, before = now - columns;
      for (let group = 0; group < groups; group += 1) {
        moved[week * groups + group] = Number(week === 0 || steady.columns[group].some(
          (column) => table[now + column] !== table[before + column]));
      }
      this.causeMoved.view[week] = moved[week * groups + steady.cause];
      for (let fan = 0; fan < fans; fan += 1) {
        const group = plan.groups[fan];
        tallied[week * fans + fan] = group < 0 ? 1 : moved[week * groups + group];
      }
    }
  }

  runOf(plan, beliefs) {
    let run = plan.runs.get(beliefs);
    if (run === undefined) {
      const given = [
        this.given.draws, this.noise, this.given.weeks, this.levels, beliefs.memory, this.table,
        this.moved, this.causeMoved];
      const asked = [
        plan.wanted, Number(plan.binding), plan.summed, plan.flow_rows, plan.ratio_rows,
        plan.ratio_factors, plan.fan_rows, plan.tallied];
      const found = [
        plan.starts, plan.widths, plan.sums, plan.kept, plan.histogram, this.totals, this.causes, this.short];
      run = this.kernel.bound("run_block", [1, given, asked, found, this.scratch, 0, 0]);
      plan.runs.set(beliefs, run);
    }
    return run;
  }

  /* Fans and totals of a table and rows of draws. */
  run(name, table, beliefs) {
    const plan = this.plans[name], { given } = this, fans = plan.fans.length;
    this.table.view.set(table);
    this.noteMoves(plan, table);
    const run = this.runOf(plan, beliefs);
    for (const part of ["starts", "widths", "histograms", "bands", "smooth"]) plan[part].view.fill(0);
    this.causes.view.fill(0n);
    run(0, 1);
    plan.setBins();
    plan.tallyKept();
    for (let block = 1; block < this.blocks; block += 1) run(block, 0);
    plan.readBands();
    const count = given.probabilities.length, result = { fans: {}, bands: {}, totals: {} };
    plan.fans.forEach((key, fan) => {
      const [bands, smooth] = [plan.bands.view, plan.smooth.view].map((view) => {
        const rows = new Float64Array(given.weeks * count);
        for (let week = 0, last = 0; week < given.weeks; week += 1) {
          if (plan.tallied.view[week * fans + fan]) last = week;
          const from = (last * fans + fan) * count;
          rows.set(view.subarray(from, from + count), week * count);
        }
        return rows;
      });
      result.bands[key] = bands;
      result.fans[key] = plan.wholes.view[fan] ? smooth : bands;
    });
    given.flows.forEach((key, flow) => {
      if (plan.summed.view[flow]) {
        result.totals[key] = this.totals.view.slice(flow * given.draws, (flow + 1) * given.draws);
      }
    });
    if (plan.binding) {
      const never = this.short.view.subarray(given.draws).reduce((n, cause) => n + Number(cause === 0), 0);
      result.short = 1 - never / given.draws;
    }
    return result;
  }

  today() {
    return this.run("today", this.stored(this.given.today), this.beliefsToday).totals.arrests;
  }

  /* In what share of the futures the extra arrests are as many as those forgone; null without losses. */
  makesUp(levers, arrests, today) {
    const { forgone, draws, weeks } = this.given;
    if (!levers.officer_losses.some((lost) => lost !== 0)) return null;
    let years = 0;
    for (let week = 0; week < weeks; week += 1) years += evaluated(forgone.number, levers, week);
    let count = 0;
    for (let i = 0; i < draws; i += 1) count += Number(arrests[i] - today[i] >= this.forgoneEach[i] * years);
    return count / draws;
  }
}
