// One-time codes as an application of a telephone makes them (RFC 6238: SHA-1, 6 digits, 30 s).
import { createHmac } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

const bytesOf = (base32) => {
  let bits = "";
  for (const letter of base32.replace(/[\s=]/g, "")) bits += letters.indexOf(letter).toString(2).padStart(5, "0");
  return Buffer.from(bits.match(/.{8}/g).map((octet) => parseInt(octet, 2)));
};

// The code `steps` times 30 seconds after an instant (a Date).
export const oneTimeCode = (secret, at, steps = 0) => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / 30_000) + steps));
  const tag = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const from = tag[tag.length - 1] & 15;
  return String((tag.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
};
