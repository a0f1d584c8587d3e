// Reads a QR code off the page as a phone's camera would: from its pixels.

import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(path.join(process.env.SIGNET_NODE_MODULES, "qr.cjs"));
const jsQR = require("jsqr");

// The text in the QR code that the locator points at (an <img>), or undefined.
export async function decodeQr(page, picture) {
  const { pixels, width, height } = await picture.evaluate(async (image) => {
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 528;
    canvas.height = 528;
    const pen = canvas.getContext("2d");
    pen.fillStyle = "white";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 24, 24, 480, 480);
    const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return { pixels: Array.from(data), width, height };
  });
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data;
}
