// What the other files of the prelude share. All of them together are the body of one function,
// `function (host) { 'use strict'; const variables = [[name, value], ...], mayFetch = ...; ... }`; what users may see
// is given to `publish`.

const natives = {stringify: JSON.stringify, parse: JSON.parse, Error, ReferenceError, TypeError};

// Thrown where DNSControl throws a string: what users read is the bare text.
class Complaint extends Error {
    toString() {
        return this.message;
    }
}

function publish(functions) {
    for (const name of Object.keys(functions)) {
        define(name, functions[name], true);
    }
}

function define(name, value, enumerable) {
    Object.defineProperty(globalThis, name, {value, enumerable, writable: true, configurable: true});
}

// ---- variables of the command line: what the prelude publishes replaces them

for (const [name, value] of variables) {
    define(name, value, true);
}

// ---- places

// The calls in global code that are running: of the main file, and of whichever file is being loaded. Every such call
// notes its number right before it happens, as one more argument that comes to none.
let mainCall = 0;
let latestCall = 0;
const noArguments = Object.freeze([]);

Object.defineProperty(globalThis, '__at', {
    value(call) {
        mainCall = latestCall = call;
        return noArguments;
    },
});

Object.defineProperty(globalThis, '__in', {
    value(call) {
        latestCall = call;
        return noArguments;
    },
});

// Both numbers in one.
function place() {
    return latestCall === mainCall ? mainCall : mainCall + latestCall * 0x4000000;
}

// ---- kinds of values

function isString(value) {
    return typeof value === 'string' || value instanceof String;
}

function isNumber(value) {
    return typeof value === 'number' || value instanceof Number;
}

function isObject(value) {
    return typeof value === 'function' || (typeof value === 'object' && value !== null);
}

function isStringOrArray(value) {
    return isString(value) || Array.isArray(value);
}

function isAnything() {
    return true;
}

// ---- durations

const secondsOf = {'': 1, s: 1, m: 60, h: 3600, d: 86400, w: 604800, n: 2592000, y: 31536000};

// Strings such as "1h" become seconds; everything else stays what it is.
function seconds(duration) {
    if (!isString(duration)) {
        return duration;
    }
    const [, count, unit] = /^(\d+)([smhdwny]?)$/.exec(duration) ?? [];
    if (count === undefined) {
        throw new Complaint(duration + ' is not a valid duration string');
    }
    return parseInt(count, 10) * secondsOf[unit];
}

// ---- IPv4 addresses as numbers

function IP(text) {
    const octets = String(text).split('.');
    return [0, 1, 2, 3].reduce((number, i) => number * 256 + parseInt(octets[i], 10), 0);
}

function num2dot(number) {
    const bits = number >>> 0;
    return [bits >>> 24, (bits >>> 16) & 255, (bits >>> 8) & 255, bits & 255].join('.');
}

// ---- tables of address transformations, as text

function address(value) {
    return isNumber(value) ? num2dot(value) : value ?? '';
}

function addresses(value) {
    return Array.isArray(value) ? value.map(address).join(',') : address(value);
}

function format_tt(table) {
    return table
        .map((row) => [address(row.low), address(row.high), addresses(row.newBase), addresses(row.newIP)].join(' ~ '))
        .join(' ; ');
}

publish({IP});
define('num2dot', num2dot, false);
define('format_tt', format_tt, false);
