/* A text as a QR code (ISO/IEC 18004): bytes, error correction M, versions 1 to 40.

   Our own, because the site ships no script of others and fetches nothing when it is built; the
   tests compare it with segno, module by module, and read it back with a scanner's library. */
var portalQr = (function () {
  "use strict";
  /* Per version: codewords that correct errors in each block, and how many blocks. */
  var CORRECTING = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26].concat(Array(19).fill(28));
  var BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49];
  var MASKS = [
    function (x, y) { return (x + y) % 2; },
    function (x, y) { return y % 2; },
    function (x) { return x % 3; },
    function (x, y) { return (x + y) % 3; },
    function (x, y) { return (Math.floor(x / 3) + Math.floor(y / 2)) % 2; },
    function (x, y) { return x * y % 2 + x * y % 3; },
    function (x, y) { return (x * y % 2 + x * y % 3) % 2; },
    function (x, y) { return ((x + y) % 2 + x * y % 3) % 2; }
  ];

  /* The field of 256 elements that Reed-Solomon codes calculate in. */
  var power = [], logarithm = [];
  for (var value = 1, exponent = 0; exponent < 255; exponent += 1) {
    power[exponent] = value;
    logarithm[value] = exponent;
    value = value << 1 ^ (value & 128 ? 0x11d : 0);
  }
  function times(a, b) { return a && b ? power[(logarithm[a] + logarithm[b]) % 255] : 0; }

  function correction(data, count) {
    var divisor = [1], rest = Array(count).fill(0);
    for (var degree = 0; degree < count; degree += 1) {
      var longer = divisor.concat(0);
      divisor.forEach(function (factor, place) { longer[place + 1] ^= times(factor, power[degree]); });
      divisor = longer;
    }
    data.forEach(function (byte) {
      var lead = byte ^ rest.shift();
      rest.push(0);
      rest = rest.map(function (other, place) { return other ^ times(divisor[place + 1], lead); });
    });
    return rest;
  }

  /* Where the small squares stand, along either edge. */
  function centres(version) {
    if (version === 1) return [];
    var count = Math.floor(version / 7) + 2, last = version * 4 + 10;
    var step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2, found = [];
    for (var place = last; found.length < count - 1; place -= step) found.unshift(place);
    return [6].concat(found);
  }

  function codewordsIn(version) {
    var count = version === 1 ? 0 : Math.floor(version / 7) + 2, size = version * 4 + 17;
    var taken = 3 * 64 + 2 * 15 + 1 + 2 * (size - 16);
    // Small squares; those on the dotted lines share five modules with them.
    if (count) taken += 25 * (count * count - 3) - 10 * (count - 2);
    if (version >= 7) taken += 36;
    return Math.floor((size * size - taken) / 8);
  }
  function dataCodewords(version) { return codewordsIn(version) - CORRECTING[version - 1] * BLOCKS[version - 1]; }

  function fitting(bytes) {
    for (var version = 1; version <= 40; version += 1) {
      if (bytes.length + (version < 10 ? 2 : 3) <= dataCodewords(version)) return version;
    }
    throw new RangeError("too long for a QR code");
  }

  function dataOf(bytes, version) {
    var bits = [], room = dataCodewords(version), words = [];
    function put(number, length) { while (length) bits.push(number >> (length -= 1) & 1); }
    put(4, 4);
    put(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach(function (byte) { put(byte, 8); });
    put(0, Math.min(4, room * 8 - bits.length));
    while (bits.length % 8) bits.push(0);
    for (var start = 0; start < bits.length; start += 8) words.push(parseInt(bits.slice(start, start + 8).join(""), 2));
    for (var filler = 0xec; words.length < room; filler ^= 0xfd) words.push(filler);
    return words;
  }

  /* Data and correction of all blocks, one codeword of each block after the other. */
  function interleaved(data, version) {
    var count = BLOCKS[version - 1], short = Math.floor(data.length / count), longer = data.length % count;
    var blocks = [], start = 0, woven = [];
    for (var number = 0; number < count; number += 1) {
      var length = short + (number >= count - longer ? 1 : 0);
      blocks.push(data.slice(start, start + length));
      start += length;
    }
    var checks = blocks.map(function (block) { return correction(block, CORRECTING[version - 1]); });
    [blocks, checks].forEach(function (group) {
      for (var place = 0; place <= Math.max(short, CORRECTING[version - 1]); place += 1) {
        group.forEach(function (block) { if (place < block.length) woven.push(block[place]); });
      }
    });
    return woven;
  }

  /* A grid of 1 and 0, and of what may not be masked. */
  function frame(version) {
    var size = version * 4 + 17, dark = [], fixed = [];
    for (var row = 0; row < size; row += 1) {
      dark.push(Array(size).fill(0));
      fixed.push(Array(size).fill(false));
    }
    function set(x, y, on) {
      if (x < 0 || y < 0 || x >= size || y >= size) return;
      dark[y][x] = on ? 1 : 0;
      fixed[y][x] = true;
    }
    function square(x, y, reach, darkAt) {
      for (var down = -reach; down <= reach; down += 1) {
        for (var across = -reach; across <= reach; across += 1) set(x + across, y + down, darkAt(Math.max(Math.abs(across), Math.abs(down))));
      }
    }
    for (var place = 0; place < size; place += 1) {
      set(place, 6, place % 2 === 0);
      set(6, place, place % 2 === 0);
    }
    [[3, 3], [size - 4, 3], [3, size - 4]].forEach(function (corner) {
      square(corner[0], corner[1], 4, function (ring) { return ring !== 2 && ring !== 4; });
    });
    var along = centres(version), last = along.length - 1;
    along.forEach(function (x, column) {
      along.forEach(function (y, line) {
        var corner = (column === 0 && (line === 0 || line === last)) || (column === last && line === 0);
        if (!corner) square(x, y, 2, function (ring) { return ring !== 1; });
      });
    });
    return { size: size, dark: dark, fixed: fixed, set: set };
  }

  function remainder(number, length, divisor) {
    var rest = number << length;
    for (var bit = 31 - Math.clz32(rest); bit >= length; bit = 31 - Math.clz32(rest)) rest ^= divisor << (bit - length);
    return rest;
  }

  /* Which mask, and from version 7 on which version: each twice. */
  function describe(grid, version, mask) {
    var size = grid.size, format = (mask << 10 | remainder(mask, 10, 0x537)) ^ 0x5412, bit;
    for (bit = 0; bit < 15; bit += 1) {
      var on = format >> bit & 1;
      if (bit < 8) grid.set(size - 1 - bit, 8, on);
      else grid.set(8, size - 15 + bit, on);
      if (bit < 6) grid.set(8, bit, on);
      else if (bit < 8) grid.set(8, bit + 1, on);
      else grid.set(bit === 8 ? 7 : 14 - bit, 8, on);
    }
    grid.set(8, size - 8, true);
    if (version < 7) return;
    var told = version << 12 | remainder(version, 12, 0x1f25);
    for (bit = 0; bit < 18; bit += 1) {
      var far = size - 11 + bit % 3, near = Math.floor(bit / 3);
      grid.set(far, near, told >> bit & 1);
      grid.set(near, far, told >> bit & 1);
    }
  }

  /* Up and down in columns of two, from the right; the dotted column is stepped over. */
  function fill(grid, words) {
    var bit = 0, upwards = true;
    for (var right = grid.size - 1; right > 0; right -= right === 8 ? 3 : 2) {
      for (var step = 0; step < grid.size; step += 1) {
        var y = upwards ? grid.size - 1 - step : step;
        for (var x = right; x > right - 2; x -= 1) {
          if (grid.fixed[y][x]) continue;
          grid.dark[y][x] = bit < words.length * 8 ? words[bit >> 3] >> (7 - bit % 8) & 1 : 0;
          bit += 1;
        }
      }
      upwards = !upwards;
    }
  }

  function masked(grid, mask) {
    return grid.dark.map(function (row, y) {
      return row.map(function (on, x) { return grid.fixed[y][x] ? on : on ^ (MASKS[mask](x, y) === 0 ? 1 : 0); });
    });
  }

  /* How hard a pattern is to read: long runs, blocks of four, false finders, too dark or too light. */
  function penalty(rows) {
    var size = rows.length, total = 0, dark = 0;
    var columns = rows.map(function (row, x) { return rows.map(function (line) { return line[x]; }); });
    rows.concat(columns).forEach(function (line) {
      var text = line.join("");
      (text.match(/0{5,}|1{5,}/g) || []).forEach(function (run) { total += run.length - 2; });
      for (var at = 0; at + 11 <= size; at += 1) {
        var piece = text.substr(at, 11);
        if (piece === "10111010000" || piece === "00001011101") total += 40;
      }
    });
    rows.forEach(function (row, y) {
      row.forEach(function (on, x) {
        dark += on;
        if (x && y && on === row[x - 1] && on === rows[y - 1][x] && on === rows[y - 1][x - 1]) total += 3;
      });
    });
    return total + Math.floor(Math.abs(dark * 20 / (size * size) - 10)) * 10;
  }

  /* Rows of 1 (dark) and 0, without the margin of four modules; `mask` 0 to 7 forces a pattern. */
  function modules(text, mask) {
    var bytes = Array.prototype.slice.call(new TextEncoder().encode(text)), version = fitting(bytes);
    var words = interleaved(dataOf(bytes, version), version), best = null, least = Infinity;
    for (var tried = 0; tried < 8; tried += 1) {
      if (mask !== undefined && mask !== tried) continue;
      var grid = frame(version);
      describe(grid, version, tried);
      fill(grid, words);
      var rows = masked(grid, tried), bad = penalty(rows);
      if (bad < least) {
        best = rows;
        least = bad;
      }
    }
    return best;
  }

  /* A drawing, dark on white with its margin, in any colours of the page. */
  function draw(text, alternative) {
    var rows = modules(text), size = rows.length + 8, path = "", name = "http://www.w3.org/2000/svg";
    rows.forEach(function (row, y) {
      row.forEach(function (on, x) { if (on) path += "M" + (x + 4) + " " + (y + 4) + "h1v1h-1z"; });
    });
    var drawing = document.createElementNS(name, "svg");
    [["viewBox", "0 0 " + size + " " + size], ["role", "img"], ["aria-label", alternative], ["shape-rendering", "crispEdges"]].forEach(function (one) {
      drawing.setAttribute(one[0], one[1]);
    });
    [["M0 0h" + size + "v" + size + "h-" + size + "z", "#fff"], [path, "#000"]].forEach(function (one) {
      var shape = document.createElementNS(name, "path");
      shape.setAttribute("d", one[0]);
      shape.setAttribute("fill", one[1]);
      drawing.appendChild(shape);
    });
    return drawing;
  }

  return { modules: modules, draw: draw };
})();
