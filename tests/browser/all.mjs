// Every test of the pages, in one process, so that arguments of `npm test -- PATH…` reach both: a file is a further page,
// a folder a further folder of meetings, of whose site every page is opened.
import "./check.mjs";
import "./site.mjs";
