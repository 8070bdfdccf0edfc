/* The module's memory and functions: a function takes one row of 64-bit slots, as
   modeller/kernel/library.py lays them. */
const ARRAYS = {
  "<i8": BigInt64Array, "<u8": BigUint64Array, "<f8": Float64Array, "<f4": Float32Array,
  "<i4": Int32Array, "<u4": Uint32Array, "<i2": Int16Array, "|b1": Uint8Array, "|u1": Uint8Array,
};

/* Unpacks what the page carries. */
async function unpacked(text) {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const content = new Uint8Array(await new Response(stream).arrayBuffer());
  const length = new DataView(content.buffer).getUint32(0, true);
  const about = JSON.parse(new TextDecoder().decode(content.subarray(4, 4 + length)));
  about.arrays = about.arrays.map(({ type, shape, at }) => {
    const size = ARRAYS[type].BYTES_PER_ELEMENT;
    const count = shape.reduce((product, each) => product * each, 1);
    const turned = content.subarray(4 + length + at), bytes = new Uint8Array(count * size);
    for (let byte = 0; byte < size; byte += 1) {
      for (let i = 0, from = byte * count; i < count; i += 1) bytes[i * size + byte] = turned[from + i];
    }
    return { type, shape, values: new ARRAYS[type](bytes.buffer) };
  });
  return about;
}

/* An array in the module's memory; the view is made anew when the memory has grown. */
class Memory {
  constructor(kernel, type, shape, at) {
    Object.assign(this, { kernel, type, shape, at, seen: null });
    this.count = shape.reduce((product, each) => product * each, 1);
  }

  get view() {
    const { buffer } = this.kernel.memory;
    if (this.seen === null || this.seen.buffer !== buffer) {
      this.seen = new ARRAYS[this.type](buffer, this.at, this.count);
    }
    return this.seen;
  }
}

class Kernel {
  constructor(exports, functions) {
    this.exports = exports;
    this.functions = functions;
    this.memory = exports.memory;
    this.top = exports.__heap_base.value;
  }

  static async start(code, functions) {
    const { instance } = await WebAssembly.instantiate(code, {});
    return new Kernel(instance.exports, functions);
  }

  array(type, ...shape) {
    const size = shape.reduce((product, each) => product * each, 1) * ARRAYS[type].BYTES_PER_ELEMENT;
    this.top = (this.top + 63) & ~63;
    const made = new Memory(this, type, shape, this.top);
    this.top += size;
    const missing = this.top - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65536));
    return made;
  }

  kept({ type, shape, values }) {
    const made = this.array(type, ...shape);
    made.view.set(values);
    return made;
  }

  /* The function with its arguments laid once; what is called can be told other numbers. */
  bound(name, args) {
    const slots = [];
    const lay = (kind, value) => {
      if (Array.isArray(kind)) {
        if (kind.length !== value.length) throw new TypeError(`${name}: ${kind.length} values`);
        kind.forEach((one, place) => lay(one, value[place]));
      } else if (kind.includes(":")) {
        const [type, dimensions] = kind.split(":");
        if (value.type !== type || value.shape.length !== Number(dimensions)) {
          throw new TypeError(`${name} takes ${kind}, not ${value.type}:${value.shape.length}`);
        }
        const item = ARRAYS[type].BYTES_PER_ELEMENT, strides = [];
        value.shape.reduceRight((stride, each) => { strides.unshift(stride); return stride * each; }, item);
        slots.push(...[0, 0, value.count, item, value.at, ...value.shape, ...strides].map((n) => ["i", n]));
      } else {
        slots.push([kind === "<f8" ? "f" : "i", value]);
      }
    };
    this.functions[name].forEach((kind, place) => lay(kind, args[place]));
    const row = this.array("<i8", slots.length);
    const write = (place, [kind, value]) => {
      const view = new DataView(this.memory.buffer, row.at + 8 * place, 8);
      if (kind === "f") view.setFloat64(0, value, true);
      else view.setBigInt64(0, BigInt(value), true);
    };
    slots.forEach((slot, place) => write(place, slot));
    const run = this.exports[name];
    return (...last) => { // the last arguments, all of them whole numbers, may be given anew
      last.forEach((value, place) => write(slots.length - last.length + place, ["i", value]));
      if (run(row.at) !== 0) throw new Error(`${name} failed`);
    };
  }
}
