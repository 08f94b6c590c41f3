// What the stand-in says instead of speech: a few soft tones, as the WAV files in which the service sends its audio.

const RATE = 24_000; // samples a second
const LOUDNESS = 0.12; // of full scale

/**
 * A melody as a WAV file, in base64.
 *
 * @param {readonly number[]} tones frequencies in Hz, one after another
 * @param {number} seconds how long each lasts
 */
export function melody(tones, seconds = 0.16) {
  const each = Math.round(RATE * seconds);
  const samples = Buffer.alloc(tones.length * each * 2);
  for (const [place, tone] of tones.entries()) {
    for (let at = 0; at < each; at++) {
      // Faded in and out, since a tone that begins at once clicks.
      const envelope = Math.sin((Math.PI * at) / each) ** 2;
      const wave = Math.sin((2 * Math.PI * tone * at) / RATE);
      const sample = Math.round(wave * envelope * LOUDNESS * 32_767);
      samples.writeInt16LE(sample, (place * each + at) * 2);
    }
  }
  return Buffer.concat([header(samples.length), samples]).toString("base64");
}

/** @param {number} bytes of the samples, which are mono and of 16 bits */
function header(bytes) {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16); // length of the format
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // channels
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28); // bytes a second
  header.writeUInt16LE(2, 32); // bytes of a sample
  header.writeUInt16LE(16, 34); // bits of a sample
  header.write("data", 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}
