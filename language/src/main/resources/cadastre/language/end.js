// The rest of the environment, and what the prelude offers to us.

// ---- JSON.stringify as users of DNSControl know it: keys in order, no < > & and no line separators in strings

const escapes = {'<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\u2028': '\\u2028', '\u2029': '\\u2029'};

function written(value, indent, level) {
    if (value === null || typeof value !== 'object') {
        return natives.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character]);
    }
    const members = Array.isArray(value)
        ? value.map((member) => written(member, indent, level + indent))
        : Object.keys(value)
              .sort()
              .map((key) => written(key) + (indent ? ': ' : ':') + written(value[key], indent, level + indent));
    const [open, close] = Array.isArray(value) ? '[]' : '{}';
    if (members.length === 0 || !indent) {
        return open + members.join(',') + close;
    }
    return `${open}\n${level}${indent}${members.join(`,\n${level}${indent}`)}\n${level}${close}`;
}

function stringify(value, replacer, space) {
    const json = natives.stringify(value, replacer);
    if (json === undefined) {
        return undefined;
    }
    const indent = isNumber(space) ? ' '.repeat(Math.min(10, Math.max(0, space))) : isString(space) ? space : '';
    return written(natives.parse(json), String(indent).slice(0, 10), '');
}

Object.defineProperty(JSON, 'stringify', {value: stringify, writable: true, configurable: true});

// ---- underscore, once somebody asks for it

Object.defineProperty(globalThis, '_', {
    configurable: true,
    get() {
        delete globalThis._;
        host.underscore();
        return globalThis._;
    },
    set(value) {
        define('_', value, false);
    },
});

return {
    // What the program declared, as JSON text.
    result: () => natives.stringify(globalThis.conf),
    // Runs one timer; 'true' if there was one.
    runTimer: () => String(runTimer()),
};
