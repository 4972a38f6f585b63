/**
 * Lengths are in units of 0.25 mm: a chart with its edges is 680 units, 170 mm, wide, and text of 13 units is 9.2 pt
 * in print.
 * Colours are those of Okabe & Ito (2008), told apart with deficient colour vision; meaning never rests on them alone.
 */
export const UNITS_PER_MILLIMETRE = 4;

/** White edge around every chart. */
export const EDGE = 8;

/** Width within the edges; with them a chart has the text width of an A4 page. */
export const CHART_WIDTH = 664;

/** Text of axes, labels and notes: 9.2 pt. */
export const TEXT_SIZE = 13;

/** Heading: 12 pt. */
export const HEADING_SIZE = 17;

/** Distance of two lines of text. */
export const LINE_HEIGHT = 17;

/** Fonts of one width on every system, then whatever the reader has. */
export const FONT_FAMILY = "Helvetica, Arial, Liberation Sans, sans-serif";

export const INK = "#000000";
/** Dark enough for text on white: contrast 7:1. */
export const MUTED_INK = "#595959";
/** Lines that guide the eye. */
export const GUIDE = "#8c8c8c";
export const GRID = "#e3e3e3";
export const PAPER = "#ffffff";

export const BLUE = "#0072b2";
export const SKY_BLUE = "#56b4e9";
export const ORANGE = "#e69f00";
export const VERMILLION = "#d55e00";
export const GREEN = "#009e73";
export const PURPLE = "#cc79a7";
