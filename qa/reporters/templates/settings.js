// What the browser keeps of a person's choices, for all reports.

/** Reads and writes one choice. */
export const setting = {
  read(name) {
    try {
      return localStorage.getItem(`qa:setting:${name}`);
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      localStorage.setItem(`qa:setting:${name}`, value);
    } catch {
      // A browser that keeps nothing still shows the page.
    }
  },
};
