/* Figures as text, by the rules of modeller/wording/numbers.py; a test compares the two. */
const MINUS = "\u2212", EN_DASH = "\u2013", FIXED_SPACE = "\u00a0";
const SCALES = { ones: [1, ""], million: [1e6, "million"], billion: [1e9, "billion"] };
const AXIS_SCALES = [[1, ""], [1e3, "k"], [1e6, "m"], [1e9, "bn"]];
const AXIS_FROM = [0, 1e4, 1e6, 1e9];

/* To the nearest whole number, halves to the even one, as Python rounds. */
function nearest(x) {
  const below = Math.floor(x), rest = x - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 !== 0) ? below + 1 : below;
}

function powerOfTen(exponent) {
  return Number(`1e${exponent}`);
}

/* As many decimals, halves to the even figure; thousands separated. */
function fixed(x, decimals) {
  let text = x.toFixed(decimals);
  const exact = x.toFixed(Math.min(100, decimals + 60));
  const rest = decimals ? exact.slice(exact.indexOf(".") + 1 + decimals) : exact.split(".")[1];
  if (/^50*$/.test(rest)) {
    const cut = exact.slice(0, exact.length - rest.length).replace(/\.$/, "");
    if (Number(cut[cut.length - 1]) % 2 === 0) text = cut;
  }
  const [whole, part] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}

function supportedStep(low, high, whole) {
  const width = Math.abs(high - low);
  const exponent = width > 0 ? Math.log10(width) - 1 : null;
  if (exponent === null || exponent < -12) return 0;
  const step = powerOfTen(Math.floor(exponent + 1e-9));
  return whole ? Math.max(step, 1) : step;
}

function number(value, step) {
  if (Number.isNaN(value)) return EN_DASH;
  const size = Math.abs(value);
  if (size < 1e-12) return "0";
  if (step <= 0) {
    step = Number.isInteger(size) ? 1 : Math.min(powerOfTen(Math.floor(Math.log10(size)) - 3), 1);
  }
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const text = fixed(decimals === 0 ? nearest(size / step) * step : size, decimals);
  if (!/[1-9]/.test(text)) return "0";
  return (value < 0 ? MINUS : "") + text;
}

/* How all figures of one quantity are written, as its range supports. */
function styleFor(low, high, whole) {
  const step = supportedStep(low, high, whole);
  const largest = Math.max(Math.abs(low), Math.abs(high));
  let scale = SCALES.ones;
  if (largest >= 1e9 && step >= 1e6) scale = SCALES.billion;
  else if (largest >= 1e6 && (step >= 1e3 || step === 0)) scale = SCALES.million;
  return { step, scale };
}

function worded(figure, style) {
  return figure === "0" || !style.scale[1] ? figure : `${figure}${FIXED_SPACE}${style.scale[1]}`;
}

function bare(value, style) {
  return number(Math.abs(value) / style.scale[0], style.step / style.scale[0]);
}

function figure(value, style) {
  const text = bare(value, style);
  return (value < 0 && text !== "0" ? MINUS : "") + worded(text, style);
}

function figureRange(low, high, style) {
  const first = bare(low, style), last = bare(high, style);
  if (first === last) return worded(first, style);
  const word = style.scale[1];
  return word ? `${first}${EN_DASH}${last}${FIXED_SPACE}${word}` : `${first}${EN_DASH}${last}`;
}

/* Both in a cell: the figure alone where it has no range. */
function middleAndRange(low, middle, high, style) {
  const range = figureRange(low, high, style), text = figure(middle, style);
  if (range === text) return text;
  return `${text} (${figureRange(low, high, { ...style, scale: [style.scale[0], ""] })})`;
}

function of100(share, words) {
  const hundredths = nearest(100 * share);
  if (share < 1 && hundredths === 100) return words.moreThan99;
  if (share > 0 && hundredths === 0) return words.fewerThanOne;
  return String(hundredths);
}

function isNear(a, b) {
  return Math.abs(a - b) <= Math.max(1e-9 * Math.max(Math.abs(a), Math.abs(b)), 1e-12);
}

function axisLabels(ticks) {
  const largest = Math.max(0, ...ticks);
  let scale = AXIS_SCALES[0];
  AXIS_FROM.forEach((from, place) => { if (largest >= from) scale = AXIS_SCALES[place]; });
  const scaled = ticks.map((tick) => tick / scale[0]);
  let decimals = 0;
  while (decimals < 9 && !scaled.every((tick) => isNear(Number(tick.toFixed(decimals)), tick))) {
    decimals += 1;
  }
  return scaled.map((tick) => (tick === 0 ? "0" : number(tick, powerOfTen(-decimals)) + scale[1]));
}

/* Mean and quantiles of totals, by linear interpolation between ranks. */
function quantilesOf(ordered, probabilities) {
  return probabilities.map((probability) => {
    const position = probability * (ordered.length - 1);
    const below = Math.floor(position), between = position - below;
    const low = ordered[below], high = ordered[Math.min(below + 1, ordered.length - 1)];
    return between === 0 || low === high ? low : low + between * (high - low);
  });
}
