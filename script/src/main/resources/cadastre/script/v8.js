// Turns the one raw callback of the engine into host functions.
//
// `raw(name, arguments...)` answers with an array: [0, value], [1, text, stack, isError] of what must be thrown, or [2]
// if nothing may follow. It is never called near the end of the stack, where the engine would abort the process:
// filling a part of the stack with arguments first makes the RangeError come from here.
(function (raw, names) {
    'use strict';

    const room = new Array(8000);
    const fillStack = function () {};
    const classes = {Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError};

    // What was thrown in a nested evaluation arrives as text; `isError` tells an Error from a thrown string.
    function thrown(text, stack, isError) {
        if (!isError) {
            return text;
        }
        const [, className, message] = /^(\w+)(?:: ([^]*))?$/.exec(text) ?? [];
        const error = Object.hasOwn(classes, className ?? '') ? new classes[className](message ?? '') : new Error(text);
        if (String(error) !== text) {
            Object.defineProperty(error, 'toString', {value: () => text});
        }
        if (stack !== '') {
            Object.defineProperty(error, 'stack', {value: stack, writable: true, configurable: true});
        }
        return error;
    }

    function hostFunction(name) {
        return function (...given) {
            fillStack.apply(null, room);
            const answer = raw(name, ...given.map(String));
            switch (answer[0]) {
                case 0:
                    return answer[1];
                case 1:
                    throw thrown(answer[1], answer[2], answer[3]);
                default:
                    for (;;) {
                        // The task has been ended; the engine notices in a moment.
                    }
            }
        };
    }

    const host = {};
    for (const name of names.split(' ')) {
        host[name] = hostFunction(name);
    }
    return host;
})
