// Search, as search.html uses it. Its data are the scripts under search/, loaded as they are needed, so that it also
// works from a folder. A page is found if what was typed stands in it: postings of character pairs give the pages that
// may hold it, and each is verified against its text.
(function () {
  "use strict";

  // How text is folded. BanbaoSearch/Folding.swift does the same; a test holds both equal.
  var VARIANTS = "“”„‟〝〞‘’‚‛‐‑‒–—―−﹣─•‧∙・･【〔〖﹝】〕〗﹞［］｡､｢｣〜∼￥";
  var PLAIN = "\"\"\"\"\"\"''''---------·····[[[[]]]][]。、「」~~¥";
  var LONGER = {
    0x2160: "i ii iii iv v vi vii viii ix x xi xii",
    0x2170: "i ii iii iv v vi vii viii ix x xi xii",
    0x2460: "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20",
    0x2474: "(1) (2) (3) (4) (5) (6) (7) (8) (9) (10) (11) (12) (13) (14) (15) (16) (17) (18) (19) (20)",
    0x2488: "1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. 13. 14. 15. 16. 17. 18. 19. 20.",
    0x3220: "(一) (二) (三) (四) (五) (六) (七) (八) (九) (十)",
    0x2103: "°c",
    0x2116: "no",
    0x338e: "mg kg",
    0x339c: "mm cm km",
    0x33a1: "m2",
    0x33a5: "m3"
  };
  var special = {};
  VARIANTS.split("").forEach(function (sign, index) { special[sign.charCodeAt(0)] = PLAIN.charAt(index); });
  Object.keys(LONGER).forEach(function (first) {
    LONGER[first].split(" ").forEach(function (text, index) { special[Number(first) + index] = text; });
  });

  function within(code, from, to) { return code >= from && code <= to; }

  // What a UTF-16 unit becomes: "" for nothing, " " and "\n" for what parts words and blocks.
  function foldedUnit(code) {
    if (within(code, 0x4e00, 0x9fff) || within(code, 0x61, 0x7a) || within(code, 0x21, 0x40)) {
      return String.fromCharCode(code);
    }
    if (code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) return "\n";
    if (
      code <= 0x20 || within(code, 0x7f, 0xa0) || code === 0x1680 || within(code, 0x2000, 0x200a) ||
      code === 0x202f || code === 0x205f || code === 0x3000
    ) return " ";
    if (
      code === 0xad || within(code, 0x200b, 0x200f) || within(code, 0x202a, 0x202e) ||
      within(code, 0x2060, 0x2064) || within(code, 0xfe00, 0xfe0f) || code === 0xfeff
    ) return "";
    if (special[code] !== undefined) return special[code];
    if (within(code, 0xff01, 0xff5e)) return foldedUnit(code - 0xfee0);
    if (
      within(code, 0x41, 0x5a) || within(code, 0xc0, 0xd6) || within(code, 0xd8, 0xde) ||
      within(code, 0x391, 0x3a1) || within(code, 0x3a3, 0x3a9) || within(code, 0x410, 0x42f)
    ) return String.fromCharCode(code + 32);
    if (within(code, 0x400, 0x40f)) return String.fromCharCode(code + 80);
    if (within(code, 0x2e80, 0x2fdf) || within(code, 0xf900, 0xfaff)) {
      var plain = String.fromCharCode(code).normalize("NFKC");
      if (plain.length === 1) return plain;
    }
    return String.fromCharCode(code);
  }

  function isHan(code) { return within(code, 0x3400, 0x9fff); }
  function isWordCharacter(code) { return within(code, 0x30, 0x39) || within(code, 0x61, 0x7a); }

  // The folded text, and for each of its units where it came from.
  function fold(text) {
    var out = "";
    var places = [];
    var gap = "";
    for (var index = 0; index < text.length; index++) {
      var plain = foldedUnit(text.charCodeAt(index));
      if (plain === " " || plain === "\n") {
        if (gap !== "\n") gap = plain;
        continue;
      }
      if (plain === "") continue;
      if (gap && out) {
        var before = out.charCodeAt(out.length - 1);
        var after = plain.charCodeAt(0);
        var onlySpaces = isHan(before) && isWordCharacter(after) || isWordCharacter(before) && isHan(after);
        if (gap === "\n" || !onlySpaces) {
          out += gap;
          places.push(index - 1);
        }
      }
      gap = "";
      out += plain;
      for (var unit = 0; unit < plain.length; unit++) places.push(index);
    }
    return { text: out, places: places };
  }

  // Loading: every file is a script that calls the function of its kind.

  var folder = "search/";
  var version = "";
  var loads = {};
  var takers = {};

  function load(name, path, query) {
    if (!loads[name]) {
      loads[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        takers[name] = resolve;
        script.src = folder + path + query;
        script.onerror = function () {
          delete loads[name];
          reject(new Error(path));
        };
        script.onload = function () { script.parentNode.removeChild(script); };
        document.head.appendChild(script);
      });
    }
    return loads[name];
  }

  function take(name, value) {
    if (takers[name]) takers[name](value);
    delete takers[name];
  }

  function loadCore() {
    // A minute decides, so that no browser keeps an old one beside new files.
    return load("core", "core.js", "?t=" + Math.floor(Date.now() / 60000)).then(function (core) {
      version = core.version;
      return core;
    });
  }

  function loadShard(name) { return load("shard " + name, name + ".js", "?v=" + version); }
  function loadTexts(group) { return load("texts " + group, "texts/" + group + ".js", "?v=" + version); }
  function loadPinyin() { return load("pinyin", "pinyin.js", "?v=" + version); }

  // Postings: bits, 15 in a character from U+3400 on.

  function Bits(text) {
    this.text = text;
    this.index = 0;
    this.rest = 0;
    this.count = 0;
  }

  // How many bits of one kind stand here; the one that ends them is read with them.
  Bits.prototype.run = function (ones) {
    var length = 0;
    while (true) {
      if (this.count === 0) {
        if (this.index >= this.text.length) return length;
        this.rest = this.text.charCodeAt(this.index++) - 0x3400;
        this.count = 15;
      }
      var bits = (ones ? ~this.rest : this.rest) & (1 << this.count) - 1;
      if (bits !== 0) {
        var place = 31 - Math.clz32(bits);
        length += this.count - 1 - place;
        this.count = place;
        return length;
      }
      length += this.count;
      this.count = 0;
    }
  };

  Bits.prototype.number = function (length) {
    var value = 0;
    while (length > 0) {
      if (this.count === 0) {
        this.rest = this.text.charCodeAt(this.index++) - 0x3400;
        this.count = 15;
      }
      var taken = Math.min(length, this.count);
      this.count -= taken;
      // Multiplied, since a key has more bits than a shift keeps.
      value = value * (1 << taken) + (this.rest >> this.count & (1 << taken) - 1);
      length -= taken;
    }
    return value;
  };

  // Which bit is the next.
  Bits.prototype.place = function () { return this.index * 15 - this.count; };

  Bits.prototype.seek = function (place) {
    this.index = Math.floor(place / 15);
    this.count = 0;
    this.number(place - this.index * 15);
  };

  Bits.prototype.gamma = function () {
    var length = this.run(false);
    return Math.pow(2, length) + this.number(length);
  };

  Bits.prototype.rice = function (parameter) {
    return this.run(true) * (1 << parameter) + this.number(parameter);
  };

  // As many bits as 2 to their power is about half the middle gap between the pages of a list.
  function riceParameter(pages, count) {
    var rounded = pages > 1 ? 2 << 31 - Math.clz32(pages - 1) : 1;
    return Math.max(0, 30 - Math.clz32(rounded / count));
  }

  // A shard. Its keys are read no further than somebody asked for, and the pages only of the keys that were asked for.
  function Shard(text, pages) {
    this.bits = new Bits(text);
    this.pages = pages;
    this.rest = this.bits.gamma();
    this.end = this.bits.place();
    this.key = 0;
    this.keys = [];
    // By key the bit where its lists begin.
    this.places = [];
    this.sets = {};
  }

  // From this many pages on, the length of a key's lists in bits stands before them.
  var LONG = 8;

  Shard.prototype.counts = function () {
    return [this.bits.gamma() - 1, this.bits.gamma() - 1, this.bits.gamma() - 1];
  };

  // Reads all keys up to one.
  Shard.prototype.readTo = function (last) {
    var bits = this.bits;
    if (this.rest === 0 || this.key >= last) return;
    bits.seek(this.end);
    while (this.rest > 0 && this.key < last) {
      this.rest -= 1;
      this.key += bits.gamma();
      this.keys.push(this.key);
      this.places.push(bits.place());
      var counts = this.counts();
      if (counts[0] + counts[1] + counts[2] >= LONG) {
        bits.seek(bits.gamma() + bits.place());
      } else {
        for (var part = 0; part < 3; part++) {
          if (counts[part] === 0) continue;
          var parameter = riceParameter(this.pages, counts[part]);
          for (var index = 0; index < counts[part]; index++) bits.rice(parameter);
        }
      }
    }
    this.end = bits.place();
  };

  // The set of the pages of the key at a place among those that were read.
  Shard.prototype.setAt = function (index) {
    if (this.sets[index]) return this.sets[index];
    this.bits.seek(this.places[index]);
    var counts = this.counts();
    var count = counts[0] + counts[1] + counts[2];
    if (count >= LONG) this.bits.gamma();
    var list = new Int32Array(count);
    var place = 0;
    for (var part = 0; part < 3; part++) {
      if (counts[part] === 0) continue;
      var parameter = riceParameter(this.pages, counts[part]);
      var page = -1;
      for (var rest = counts[part]; rest > 0; rest--) {
        page += this.bits.rice(parameter) + 1;
        list[place++] = page * 4 + part;
      }
    }
    return this.sets[index] = setOf(list);
  };

  // The sets of the keys from one to another, which both count.
  Shard.prototype.setsOf = function (from, to) {
    this.readTo(to);
    var sets = [];
    for (var index = firstIndex(this.keys, from); this.keys[index] <= to; index++) sets.push(this.setAt(index));
    return sets;
  };

  var core = null;
  var shards = [];
  var decoded = {};

  function start() {
    return loadCore().then(function (loaded) {
      if (core === loaded) return core;
      core = loaded;
      var bits = new Bits(core.shards);
      var first = 0;
      shards = [];
      for (var rest = bits.gamma() - 1; rest > 0; rest--) {
        first += bits.gamma();
        shards.push(first);
      }
      return core;
    });
  }

  // Where in ascending numbers the first stands that is no less than one.
  function firstIndex(numbers, least) {
    var low = 0;
    var high = numbers.length;
    while (low < high) {
      var middle = low + high >> 1;
      if (numbers[middle] < least) low = middle + 1; else high = middle;
    }
    return low;
  }

  // The shards that hold keys from one to another, which both count, by their first keys.
  function shardsOf(from, to) {
    return shards.slice(Math.max(0, firstIndex(shards, from + 1) - 1), firstIndex(shards, to + 1));
  }

  function opened(shard) {
    var name = ("0000000" + shard.toString(16)).slice(-8);
    return loadShard(name).then(function (text) {
      if (!decoded[name]) decoded[name] = new Shard(text, core.pages);
      return decoded[name];
    });
  }

  // Sets of pages: in ascending order four times the number of each, plus the best part in which a key stands there: 0
  // title, 1 heading, 2 body. No set is ever changed.

  // The set of pages that may be in any order, each in several parts.
  function setOf(list) {
    var index = 1;
    while (index < list.length && list[index - 1] >> 2 < list[index] >> 2) index += 1;
    if (index >= list.length) return list;
    list.sort();
    var count = 0;
    for (index = 0; index < list.length; index++) {
      if (count === 0 || list[count - 1] >> 2 < list[index] >> 2) list[count++] = list[index];
    }
    return list.subarray(0, count);
  }

  function union(a, b) {
    var list = new Int32Array(a.length + b.length);
    list.set(a);
    list.set(b, a.length);
    return setOf(list);
  }

  // Of the parts the worse one: all of a word must stand in the title.
  function intersection(a, b) {
    var list = new Int32Array(Math.min(a.length, b.length));
    var count = 0;
    var other = 0;
    for (var index = 0; index < a.length; index++) {
      var page = a[index] >> 2;
      while (other < b.length && b[other] >> 2 < page) other += 1;
      if (other === b.length) break;
      if (b[other] >> 2 === page) list[count++] = Math.max(a[index], b[other]);
    }
    return list.subarray(0, count);
  }

  function setOfRange(from, to) {
    return Promise.all(shardsOf(from, to).map(opened)).then(function (shards) {
      var sets = [];
      shards.forEach(function (shard) { sets = sets.concat(shard.setsOf(from, to)); });
      if (sets.length === 1) return sets[0];
      var list = new Int32Array(sets.reduce(function (sum, set) { return sum + set.length; }, 0));
      var place = 0;
      sets.forEach(function (set) {
        list.set(set, place);
        place += set.length;
      });
      return setOf(list);
    });
  }

  function setOfKey(key) { return setOfRange(key, key); }
  function pair(a, b) { return a * 65536 + b; }

  function all(sets, combine) {
    return Promise.all(sets).then(function (sets) { return sets.reduce(combine); });
  }

  // The pages that may hold a text of a word.
  function setOfText(text) {
    if (text.length === 1) {
      var code = text.charCodeAt(0);
      return setOfRange(pair(code, 0), pair(code, 0xffff));
    }
    var keys = [];
    for (var index = 0; index + 1 < text.length; index++) {
      var key = pair(text.charCodeAt(index), text.charCodeAt(index + 1));
      if (keys.indexOf(key) < 0) keys.push(key);
    }
    return all(keys.map(setOfKey), intersection);
  }

  // Pinyin: each piece of what was typed is a syllable, or the letter that one begins with; the last may break off.

  var syllables = [];
  var numbers = {};
  var readings = {};

  function readPinyin(table) {
    if (syllables.length) return;
    table.split(",").forEach(function (entry, number) {
      var syllable = /^[a-z]+/.exec(entry)[0];
      syllables.push(syllable);
      numbers[syllable] = number;
      entry.slice(syllable.length).split("").forEach(function (character) {
        (readings[character] = readings[character] || []).push(syllable);
      });
    });
  }

  function isInitial(text) {
    return text === "zh" || text === "ch" || text === "sh" ||
      text.length === 1 && syllables.some(function (syllable) { return syllable.charAt(0) === text; });
  }

  // The numbers of the first and last syllable that begin with a text; null for none.
  function startingWith(text) {
    var first = -1;
    var last = -1;
    syllables.forEach(function (syllable, number) {
      if (syllable.slice(0, text.length) !== text) return;
      if (first < 0) first = number;
      last = number;
    });
    return first < 0 ? null : [first, last];
  }

  // The pieces that a text may begin with at a place, by their lengths.
  function pieces(text, start) {
    var found = [];
    for (var length = 1; length <= 6 && start + length <= text.length; length++) {
      var piece = text.substr(start, length);
      var isLast = start + length === text.length;
      if (numbers[piece] !== undefined || isInitial(piece) || isLast && startingWith(piece)) found.push(piece);
    }
    return found;
  }

  // The pages whose title, headings or tags may read as a text of letters.
  function setOfReading(text) {
    var known = {};
    function rest(start, before) {
      var name = start + before;
      if (!known[name]) known[name] = made(start, before);
      return known[name];
    }
    function made(start, before) {
      var ways = pieces(text, start).map(function (piece) {
        var end = start + piece.length;
        var sets = [];
        if (before) sets.push(setOfKey(pair(2, (before.charCodeAt(0) - 97) * 32 + piece.charCodeAt(0) - 97)));
        if (numbers[piece] !== undefined && !isInitial(piece)) {
          sets.push(setOfKey(pair(1, numbers[piece])));
        } else if (!before) {
          var range = startingWith(piece);
          sets.push(setOfRange(pair(1, range[0]), pair(1, range[1])));
        }
        if (end < text.length) sets.push(rest(end, piece.charAt(0)));
        return all(sets, intersection);
      });
      return Promise.all(ways).then(function (sets) { return sets.reduce(union, new Int32Array(0)); });
    }
    return rest(0, "");
  }

  // Where a folded text reads as letters: [start, end], or null.
  function findReading(text, letters) {
    for (var start = 0; start < text.length; start++) {
      // By place in the letters, the characters that were read so far.
      var ends = [0];
      for (var place = start; place < text.length && ends.length; place++) {
        var known = readings[text.charAt(place)];
        if (!known) break;
        var next = [];
        for (var way = 0; way < ends.length; way++) {
          var found = pieces(letters, ends[way]);
          for (var index = 0; index < found.length; index++) {
            var piece = found[index];
            var end = ends[way] + piece.length;
            var reads = known.some(function (syllable) {
              return syllable === piece || syllable.slice(0, piece.length) === piece &&
                (end === letters.length || isInitial(piece));
            });
            if (!reads) continue;
            if (end === letters.length) return [start, place + 1];
            if (next.indexOf(end) < 0) next.push(end);
          }
        }
        ends = next;
      }
    }
    return null;
  }

  // Queries

  function parsedQuery(query) {
    var words = [];
    query.slice(0, 200).split(/\s+/).forEach(function (word) {
      var text = fold(word).text;
      if (text && !words.some(function (known) { return known.text === text; })) {
        var letters = text.replace(/'/g, "").replace(/ü/g, "v");
        words.push({ text: text, letters: /^[a-z]{1,40}$/.test(letters) ? letters : "" });
      }
    });
    return words;
  }

  function setOfWord(word) {
    var literal = setOfText(word.text);
    if (!word.letters) return literal;
    return loadPinyin().then(function (table) {
      readPinyin(table);
      return all([literal, setOfReading(word.letters)], union);
    });
  }

  function setOfQuery(words, filters) {
    // A single character is on most pages: beside other words it is looked for in the text alone.
    var longer = words.filter(function (word) { return word.text.length > 1; });
    return all((longer.length ? longer : words).map(setOfWord).concat(filterSets(filters)), intersection);
  }

  function filterSets(filters) {
    var sets = [];
    // Which kind and year a page has says nothing of where the words stand.
    function asTitle(set) { return set.map(function (page) { return page & ~3; }); }
    if (filters.kind) {
      var number = core.kinds.findIndex(function (kind) { return kind[0] === filters.kind; });
      sets.push(setOfKey(pair(3, number < 0 ? 0xffff : number)).then(asTitle));
    }
    if (filters.year) sets.push(setOfKey(pair(4, Number(filters.year) || 0)).then(asTitle));
    return sets;
  }

  // The entry of a page: its texts, folded.
  function entryOf(page) {
    var group = Math.floor(page / core.group);
    return loadTexts(group).then(function (entries) {
      var entry = entries[page % core.group];
      if (Array.isArray(entry)) {
        entry = {
          url: entry[0], title: entry[1], kind: core.kinds[entry[2]][0], day: entry[3],
          parts: [entry[4], entry[5], entry[6]].map(function (text) {
            var folded = fold(text);
            return { original: text, text: folded.text, places: folded.places };
          })
        };
        entries[page % core.group] = entry;
      }
      return entry;
    });
  }

  // Begins to load what stands among the first ten results after a part, so that the parts need not wait for each other.
  function loadAhead(queues, count) {
    queues.forEach(function (queue) {
      queue.slice(0, Math.max(0, count)).forEach(function (page) { entryOf(page).catch(function () { return null; }); });
      count -= queue.length;
    });
  }

  // Where a word stands first, as [part, start, end]; null where it does not.
  function found(entry, word) {
    for (var part = 0; part < 3; part++) {
      var text = entry.parts[part].text;
      var index = text.indexOf(word.text);
      if (index >= 0) return [part, index, index + word.text.length];
      if (word.letters && part < 2) {
        var reading = findReading(text, word.letters);
        if (reading) return [part, reading[0], reading[1]];
      }
    }
    return null;
  }

  // The part of a page by which it is ranked: the worst of its words; 3 where one is missing.
  function rank(entry, words) {
    return words.reduce(function (worst, word) {
      var place = found(entry, word);
      return Math.max(worst, place ? place[0] : 3);
    }, 0);
  }

  // Gives pages in their order: by part, then the newest first. `report` is told of each slice, with how many pages there
  // are at most, and says whether to go on.
  function findPages(words, filters, report) {
    return setOfQuery(words, filters).then(function (set) {
      var queues = [[], [], []];
      for (var index = set.length - 1; index >= 0; index--) queues[set[index] & 3].push(set[index] >> 2);
      var waiting = queues[0].length + queues[1].length + queues[2].length;
      var count = 0;
      var part = 0;
      var rested = Date.now();
      function next() {
        while (part < 3 && queues[part].length === 0) {
          part += 1;
          // What stands there only after all comes between what was expected.
          if (part < 3) queues[part].sort(function (a, b) { return b - a; });
        }
        if (part === 3) return report([], count, true);
        var slice = queues[part].splice(0, count < 10 ? 10 : 60);
        if (count < 10) loadAhead(queues, 10 - slice.length);
        return Promise.all(slice.map(entryOf)).then(function (entries) {
          var results = [];
          entries.forEach(function (entry, index) {
            var actual = rank(entry, words);
            if (actual > part && actual < 3) {
              queues[actual].push(slice[index]);
              return;
            }
            waiting -= 1;
            if (actual < 3) results.push(entry);
          });
          count += results.length;
          if (report(results, count + waiting, false) === false) return false;
          if (Date.now() - rested < 30) return next();
          // The page stays alive while much is looked through.
          return new Promise(function (resolve) { window.setTimeout(resolve, 0); }).then(function () {
            rested = Date.now();
            return next();
          });
        });
      }
      return next();
    });
  }

  // The pages that hold most of the words, or of the pairs of a single one: for when none holds all.
  function nearestPages(words, filters) {
    var units = words;
    if (words.length === 1) {
      units = [];
      for (var index = 0; index + 1 < words[0].text.length; index++) {
        units.push({ text: words[0].text.substr(index, 2), letters: "" });
      }
    }
    if (units.length < 2) return Promise.resolve([]);
    return Promise.all([Promise.all(units.map(setOfWord)), Promise.all(filterSets(filters))]).then(function (sets) {
      var scores = new Uint8Array(core.pages);
      sets[0].forEach(function (set) { set.forEach(function (page) { scores[page >> 2] += 1; }); });
      var scored = [];
      sets[1].concat([sets[0].reduce(union)]).reduce(intersection).forEach(function (page) {
        var score = scores[page >> 2];
        if (score * 2 >= units.length) scored.push([score, page >> 2]);
      });
      scored.sort(function (a, b) { return b[0] - a[0] || b[1] - a[1]; });
      return Promise.all(scored.slice(0, 20).map(function (item) { return entryOf(item[1]); })).then(function (entries) {
        return { entries: entries, words: units };
      });
    });
  }

  window.banbaoSearch = {
    core: function (value) { take("core", value); },
    shard: function (name, text) { take("shard " + name, text); },
    texts: function (group, entries) { take("texts " + group, entries); },
    pinyin: function (table) { take("pinyin", table); },
    fold: function (text) { return fold(text).text; }
  };

  // The page

  var form = document.querySelector("[data-search]");
  if (!form) return;
  var field = form.querySelector("[name=q]");
  var kindField = form.querySelector("[name=kind]");
  var yearField = form.querySelector("[name=year]");
  var status = document.querySelector("[data-status]");
  var output = document.querySelector("[data-results]");
  var archives = document.querySelector("[data-archives]");
  var run = 0;

  // The words of the page, from its template.
  function words(name, count) { return (status.getAttribute("data-" + name) || "").replace("{}", count); }

  // Where the words stand in a folded text, as [start, end] in order, none within another.
  function marksIn(part, searched, isRead) {
    var marks = [];
    searched.forEach(function (word) {
      var index = part.text.indexOf(word.text);
      for (var count = 0; index >= 0 && count < 20; count++) {
        marks.push([index, index + word.text.length]);
        index = part.text.indexOf(word.text, index + word.text.length);
      }
      if (!count && isRead && word.letters) {
        var reading = findReading(part.text, word.letters);
        if (reading) marks.push(reading);
      }
    });
    marks.sort(function (a, b) { return a[0] - b[0] || b[1] - a[1]; });
    return marks.filter(function (mark, index) { return index === 0 || mark[0] >= marks[index - 1][1]; });
  }

  // Puts a stretch of a text into an element, with its marks; places are those of the folded text.
  function show(element, part, marks, from, to) {
    function original(place) {
      return place < part.places.length ? part.places[place] : part.original.length;
    }
    function append(start, end, name) {
      var text = part.original.slice(start, end).replace(/\s+/g, " ");
      if (!text) return;
      if (name) {
        var mark = document.createElement(name);
        mark.textContent = text;
        element.appendChild(mark);
      } else {
        element.appendChild(document.createTextNode(text));
      }
    }
    var place = original(from);
    marks.forEach(function (mark) {
      if (mark[0] < from || mark[1] > to) return;
      append(place, original(mark[0]), "");
      place = original(mark[1] - 1) + 1;
      append(original(mark[0]), place, "mark");
    });
    append(place, original(to), "");
  }

  function element(name, className) {
    var made = document.createElement(name);
    if (className) made.className = className;
    return made;
  }

  function shownEntry(entry, searched) {
    var item = element("li", "result");
    item.setAttribute("data-url", entry.url);
    var link = element("a", "result-title");
    link.href = entry.url.split("/").map(encodeURIComponent).join("/");
    var title = entry.parts[0];
    if (title.original === entry.title) {
      show(link, title, marksIn(title, searched, true), 0, title.text.length);
    } else {
      link.textContent = entry.title;
    }
    item.appendChild(link);
    var meta = element("p", "result-meta");
    meta.textContent = entry.kind + (entry.day ? " · " + entry.day : "");
    item.appendChild(meta);
    var parts = [entry.parts[2], entry.parts[1]];
    var marks = parts.map(function (part, index) { return marksIn(part, searched, index === 1); });
    var chosen = marks[0].length || !marks[1].length ? 0 : 1;
    if (parts[chosen].text) {
      var first = marks[chosen].length ? marks[chosen][0][0] : 0;
      var from = Math.max(0, first - 24);
      var to = Math.min(parts[chosen].text.length, from + 110);
      var excerpt = element("p", "result-excerpt");
      if (from > 0) excerpt.appendChild(document.createTextNode("…"));
      show(excerpt, parts[chosen], marks[chosen], from, to);
      if (to < parts[chosen].text.length) excerpt.appendChild(document.createTextNode("…"));
      item.appendChild(excerpt);
    }
    return item;
  }

  function append(entries, searched) {
    var items = document.createDocumentFragment();
    entries.forEach(function (entry) { items.appendChild(shownEntry(entry, searched)); });
    output.appendChild(items);
  }

  function remember(query, filters) {
    var parts = [["q", query], ["kind", filters.kind], ["year", filters.year]].filter(function (part) { return part[1]; });
    var address = parts.map(function (part) { return part[0] + "=" + encodeURIComponent(part[1]); }).join("&");
    try {
      window.history.replaceState(null, "", address ? "?" + address : window.location.pathname);
    } catch (error) {
      return; // A page that was opened from a folder keeps its address.
    }
  }

  // The archives stand there until something is looked for, and where the search fails.
  function showArchives(isIdle) {
    if (archives) archives.classList[isIdle ? "add" : "remove"]("is-idle");
  }

  function search() {
    run += 1;
    var own = run;
    var query = field.value;
    var filters = { kind: kindField.value, year: yearField.value };
    var searched = parsedQuery(query);
    output.removeAttribute("data-done");
    if (searched.length === 0) {
      remember(query.trim(), filters);
      showArchives(true);
      output.textContent = "";
      status.textContent = "";
      output.setAttribute("data-done", "");
      return;
    }
    // What the page shows changes once there are results: whatever is drawn before them holds them up.
    var isFirst = true;
    function clear() {
      if (!isFirst) return;
      isFirst = false;
      output.textContent = "";
      showArchives(false);
      window.setTimeout(function () { if (own === run) remember(query.trim(), filters); }, 0);
    }
    start().then(function () {
      return findPages(searched, filters, function (entries, atMost, isWhole) {
        if (own !== run) return false;
        if (entries.length || isWhole) clear();
        append(entries, searched);
        status.textContent = words(isWhole ? "exactly" : "at-most", atMost);
        return isWhole ? atMost : undefined;
      });
    }).then(function (count) {
      if (own !== run) return;
      if (count) return;
      status.textContent = words("none", "");
      return nearestPages(searched, filters).then(function (nearest) {
        if (own !== run || !nearest.entries || !nearest.entries.length) return;
        status.textContent = words("nearest", "");
        append(nearest.entries, nearest.words);
      });
    }).then(function () {
      if (own === run) output.setAttribute("data-done", "");
    }).catch(function () {
      if (own !== run) return;
      status.textContent = words("failed", "");
      output.setAttribute("data-done", "");
    });
  }

  function fillFilter(select, items, value) {
    items.forEach(function (item) {
      var option = element("option");
      option.value = item[0];
      option.textContent = item[0] + " (" + item[1] + ")";
      select.appendChild(option);
    });
    select.value = value;
    if (select.selectedIndex < 0) select.value = "";
  }

  function parameter(name) {
    var match = new RegExp("[?&]" + name + "=([^&#]*)").exec(window.location.search);
    try {
      return match ? decodeURIComponent(match[1].replace(/\+/g, " ")) : "";
    } catch (error) {
      return "";
    }
  }

  // Up and down go through the results, and back to the field.
  function move(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    var stops = [field].concat(Array.prototype.slice.call(output.querySelectorAll("a")));
    var place = stops.indexOf(document.activeElement);
    var next = stops[place + (event.key === "ArrowDown" ? 1 : -1)];
    if (place < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  var timer = 0;
  var isComposing = false;
  function soon() {
    window.clearTimeout(timer);
    // Keys lie further apart than a search takes; several events of one key are one search.
    if (!isComposing) timer = window.setTimeout(search, 0);
  }

  field.value = parameter("q");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    search();
  });
  // An input method shows letters before it has characters.
  field.addEventListener("compositionstart", function () { isComposing = true; });
  field.addEventListener("compositionend", function () {
    isComposing = false;
    soon();
  });
  field.addEventListener("input", soon);
  field.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !field.value) return;
    event.preventDefault();
    field.value = "";
    search();
  });
  document.addEventListener("keydown", move);
  kindField.addEventListener("change", search);
  yearField.addEventListener("change", search);
  start().then(function () {
    var kinds = core.kinds.slice().sort(function (a, b) { return b[1] - a[1]; });
    fillFilter(kindField, kinds, parameter("kind"));
    fillFilter(yearField, core.years, parameter("year"));
    if (field.value) {
      search();
    } else {
      showArchives(true);
      output.setAttribute("data-done", "");
    }
  }, function () {
    showArchives(true);
    status.textContent = words("failed", "");
    output.setAttribute("data-done", "");
  });
  field.focus({ preventScroll: true });
})();
