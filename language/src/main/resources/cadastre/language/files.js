// What reaches outside: files, the terminal, hashes, reverse names, time.

// ---- files

function requireOne(path) {
    const before = latestCall;
    const opened = natives.parse(host.open(String(path)));
    try {
        return opened.data ? dataOf(opened) : (host.evaluate(), true);
    } catch (error) {
        throw wrapped(opened.base, error);
    } finally {
        host.close();
        latestCall = before;
    }
}

// Strict JSON is read as such; everything else that people call JSON is an expression.
function dataOf({text}) {
    try {
        return natives.parse(text);
    } catch {
        return host.evaluate();
    }
}

// Keeps the places of what was thrown.
function wrapped(base, error) {
    const outer = new Error('File ' + base + ': ' + host.describe(String(error), String(error?.stack ?? '')));
    if (error instanceof Error) {
        Object.defineProperty(outer, 'stack', {value: error.stack, writable: true, configurable: true});
    }
    return outer;
}

function require(path) {
    if (arguments.length !== 1) {
        throw new Error('require takes exactly one argument');
    }
    return requireOne(path);
}

function glob(folder, recursive, extension) {
    if (arguments.length < 1 || arguments.length > 3) {
        throw new Error(
            'glob requires at least one argument: folder (string). ' +
                'Optional: recursive (bool) [true], fileExtension (string) [.js]'
        );
    }
    if (!isString(folder)) {
        throw new Error('glob: first argument needs to be a path, provided as string.');
    }
    if (recursive !== undefined && typeof recursive !== 'boolean') {
        throw new Error('glob: second argument, if recursive, needs to be bool.');
    }
    if (extension !== undefined && !isString(extension)) {
        throw new Error('glob: third argument, file extension, needs to be a string. * for no filter.');
    }
    return natives.parse(host.glob(folder, recursive ?? true, extension ?? '.js'));
}

function require_glob(folder, recursive) {
    const files = glob(folder, recursive ?? true, '.js');
    for (const file of files) {
        requireOne(file);
    }
    return files;
}

// ---- hashes and reverse names

function HASH(algorithm, text) {
    if (arguments.length !== 2) {
        throw new Error('require takes exactly two arguments');
    }
    return host.hash(algorithm, text);
}

function REV(block) {
    if (arguments.length !== 1) {
        throw new Error('REV takes exactly one argument');
    }
    return host.reverse(block);
}

function REVCOMPAT(mode) {
    if (arguments.length !== 1) {
        throw new Error('REVCOMPAT takes exactly one argument');
    }
    host.revcompat(mode);
}

// ---- the terminal

function PANIC(message) {
    if (arguments.length !== 1) {
        throw new Error('PANIC takes exactly one argument');
    }
    host.panic(message);
}

function print(...values) {
    host.print(values.map(String).join(' '));
}

const console = {};
for (const name of ['log', 'info', 'debug', 'warn', 'error', 'trace', 'dir', 'assert']) {
    console[name] = print;
}
for (const name of ['time', 'timeEnd']) {
    console[name] = () => {};
}

// ---- the web, if the program may

// Answers like the fetch of browsers do, with what people use of it.
async function fetch(url, {method = 'GET', headers = {}, body = ''} = {}) {
    const answer = natives.parse(host.fetch(url, method, body, ...Object.entries(headers).flat()));
    return {
        url: String(url),
        status: answer.status,
        ok: answer.status >= 200 && answer.status < 300,
        headers: {get: (name) => answer.headers[String(name).toLowerCase()] ?? null},
        text: async () => answer.body,
        json: async () => natives.parse(answer.body),
    };
}

function FETCH(...given) {
    if (typeof globalThis.fetch !== 'function') {
        throw new ReferenceError('fetch is not defined');
    }
    return globalThis.fetch(...given).catch(PANIC);
}

if (mayFetch) {
    define('fetch', fetch, false);
}

// ---- time

// Nobody waits for timers: when the program has run, what is due first runs first.
const timers = new Map();
let lastTimer = 0;
let now = 0;

function timer(callback, delay, repeated, given) {
    const id = ++lastTimer;
    const wait = Math.max(Number(delay) || 0, repeated ? 1 : 0);
    timers.set(id, {callback, given, due: now + wait, wait, repeated});
    return id;
}

const setTimeout = (callback, delay, ...given) => timer(callback, delay, false, given);
const setInterval = (callback, delay, ...given) => timer(callback, delay, true, given);
const setImmediate = (callback, ...given) => timer(callback, 0, false, given);

function clearTimer(id) {
    timers.delete(id);
}

// Runs what is due next; `false` if nothing is left.
function runTimer() {
    let next;
    for (const [id, {due}] of timers) {
        if (next === undefined || due < timers.get(next).due) {
            next = id;
        }
    }
    if (next === undefined) {
        return false;
    }
    const {callback, given, due, wait, repeated} = timers.get(next);
    now = due;
    if (repeated) {
        timers.get(next).due = due + wait;
    } else {
        timers.delete(next);
    }
    (typeof callback === 'function' ? callback : () => (0, eval)(String(callback)))(...given);
    return true;
}

publish({require, require_glob, HASH, REV, REVCOMPAT, PANIC, FETCH});
define('glob', glob, false);
define('console', console, false);
define('setTimeout', setTimeout, false);
define('setInterval', setInterval, false);
define('setImmediate', setImmediate, false);
define('clearTimeout', clearTimer, false);
define('clearInterval', clearTimer, false);
define('clearImmediate', clearTimer, false);
