// Bars drawn in SVG; the numbers stand beside them as text.

import { svg } from "./dom.js";

const WIDTH = 200;

/** A bar for `parts` ([class, number] each), where `most` fills the whole width. */
export function bar(parts, most) {
  let x = 0;
  const rects = parts
    .filter(([, number]) => number > 0)
    .map(([name, number]) => {
      const width = (WIDTH * number) / Math.max(most, 1);
      const rect = svg("rect", { class: name, x: x.toFixed(2), y: 0, width: width.toFixed(2), height: 12 });
      x += width;
      return rect;
    });
  return svg(
    "svg",
    { class: "chart", viewBox: `0 0 ${WIDTH} 12`, preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
    svg("rect", { class: "track", x: 0, y: 0, width: WIDTH, height: 12 }),
    ...rects,
  );
}
