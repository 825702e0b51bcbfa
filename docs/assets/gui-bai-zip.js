// Files in one ZIP, stored as they are: photos are compressed already, and the rest is small. Names are UTF-8.

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;

/** Gives a ZIP of files, each `{path, blob}`, in their order. */
export async function zipOf(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { path, blob } of files) {
    const name = new TextEncoder().encode(path);
    const data = new Uint8Array(await blob.arrayBuffer());
    const told = [
      VERSION,
      UTF8,
      0,
      ...dosTime(new Date()),
      ...wide(crc32(data)),
      ...wide(data.length),
      ...wide(data.length),
      name.length,
      0,
    ];
    const local = bytes([...wide(LOCAL), ...told]);
    directory.push(bytes([...wide(CENTRAL), VERSION, ...told, 0, 0, 0, 0, 0, ...wide(offset)]), name);
    parts.push(local, name, data);
    offset += local.length + name.length + data.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = bytes([...wide(END), 0, 0, files.length, files.length, ...wide(size), ...wide(offset), 0]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

/** Gives the two halves of a number of 32 bits, the lower first. */
const wide = (number) => [number & 0xffff, number >>> 16];
/** Writes numbers of 16 bits, the lower byte first. */
const bytes = (numbers) => Uint8Array.from(numbers.flatMap((number) => [number & 0xff, number >>> 8]));

function dosTime(now) {
  const time = (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
  return [time, ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate()];
}

const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  let sum = number;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  return sum;
});

function crc32(data) {
  let sum = -1;
  for (const byte of data) sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 255];
  return ~sum >>> 0;
}
