// LOC records (RFC 1876): what is given in degrees and metres, and what the record holds.

const locationArguments = [
    ['d1', isNumber],
    ['m1', isNumber],
    ['s1', isNumber],
    ['ns', isString],
    ['d2', isNumber],
    ['m2', isNumber],
    ['s2', isNumber],
    ['ew', isString],
    ['alt', isNumber],
    ['siz', isNumber],
    ['hp', isNumber],
    ['vp', isNumber],
];

const equator = 2 ** 31;
const highest = 2 ** 32 - 1;
const lowestMetres = -100000;
const highestMetres = 42849672.95;
const largestMetres = 90000000;

function location(name, d1, m1, s1, ns, d2, m2, s2, ew, alt, siz, hp, vp) {
    requireInteger(d1, `Degrees N/S shall be an integer: record '${name}': *${d1}*, ${m1}, ${s1}, ...`);
    requireInteger(m1, `Minutes N/S shall be an integer: record '${name}': ${d1}, *${m1}*, ${s1}, ...`);
    requireInteger(d2, `Degrees E/W shall be an integer: record '${name}': *${d2}*, ${m2}, ${s2}, ...`);
    requireInteger(m2, `Minutes E/W shall be an integer: record '${name}': ${d2}, *${m2}*, ${s2}, ...`);
    const north = direction(ns, 'N', 'S', 'latitude');
    const east = direction(ew, 'E', 'W', 'longitude');
    const height = Math.min(Math.max(alt, lowestMetres), highestMetres);
    const [size, horizontal, vertical] = [siz, hp, vp].map((metres) => Math.min(Math.max(metres, 0), largestMetres));
    return {
        locversion: 0,
        locsize: packed(size),
        lochorizpre: packed(horizontal),
        locvertpre: packed(vertical),
        loclatitude: equator + north * thousandths(d1, m1, s1),
        loclongitude: equator + east * thousandths(d2, m2, s2),
        localtitude: Math.min(Math.max(Math.trunc((alt - lowestMetres) * 100), 0), highest),
        target:
            `${d1} ${m1} ${s1} ${ns.toUpperCase()} ${d2} ${m2} ${s2} ${ew.toUpperCase()} ` +
            `${height}m ${size}m ${horizontal}m ${vertical}m`,
    };
}

function requireInteger(value, message) {
    if (!Number.isInteger(Number(value))) {
        throw new Complaint(message);
    }
}

function direction(letter, positive, negative, axis) {
    switch (letter.toUpperCase()) {
        case positive:
            return 1;
        case negative:
            return -1;
        default:
            throw new Complaint(letter + ' is not a valid ' + axis + ' modifier');
    }
}

// Thousandths of a second of arc.
function thousandths(degrees, minutes, secondsOfArc) {
    return (degrees * 3600 + minutes * 60 + secondsOfArc) * 1000;
}

// Metres as centimetres with one digit and a power of ten (RFC 1876 section 2).
function packed(metres) {
    let digit = metres * 100;
    let power = 0;
    while (digit >= 10 && power < 9) {
        digit /= 10;
        power++;
    }
    return (Math.min(Math.floor(digit), 9) << 4) | power;
}

// ---- builders

function pushLocation(settings, latitude, longitude) {
    const record = recordFunctions.LOC(
        settings.label,
        ...latitude,
        ...longitude,
        settings.alt,
        0,
        0,
        0,
        ...(settings.ttl ? [TTL(settings.ttl)] : [])
    );
    return record;
}

function withLocationDefaults(settings) {
    settings.label = settings.label || '@';
    settings.alt = settings.alt || 0;
    return settings;
}

// Degrees as degrees, minutes and hundredths of seconds; what is added keeps 7.68 from becoming 7.67.
function sexagesimal(decimal, positive, negative) {
    const degrees = Math.abs(decimal);
    const lifted = degrees + 1e-9;
    return [
        Math.trunc(degrees),
        Math.trunc((lifted % 1) * 60),
        Math.trunc(((lifted * 60) % 1) * 6000) / 100,
        decimal < 0 ? negative : positive,
    ];
}

function LOC_BUILDER_DD(settings) {
    if (!settings.x && !settings.y) {
        throw new Complaint('LOC_BUILDER_DD requires x and y elements');
    }
    const {x, y} = withLocationDefaults(settings);
    return pushLocation(settings, sexagesimal(x, 'N', 'S'), sexagesimal(y, 'E', 'W'));
}

const decimalMinutes = /^\s*(\d+(?:\.\d+)?)°\s*([NS])\s*,?\s*(\d+(?:\.\d+)?)°\s*([EW])\s*$/i;
const degreesMinutesSeconds =
    /^\s*(\d+)°\s*(\d+)[′']\s*(\d+(?:\.\d+)?)[″"]\s*([NS])\s*,?\s*(\d+)°\s*(\d+)[′']\s*(\d+(?:\.\d+)?)[″"]\s*([EW])\s*$/i;

const decimalMinutesWanted = 'LOC_BUILDER_DMM_STR requires a string of the form 25.24°S 153.15°E';
const degreesMinutesSecondsWanted =
    'LOC_BUILDER_DMS_STR requires a string of the form 33°51′31″S 151°12′51″Es ' +
    '(or 33°51\'31"S 151°12\'51"Es)';

function fromDecimalMinutes(settings) {
    const parts = decimalMinutes.exec(settings.str);
    if (parts === null) {
        return null;
    }
    const [, latitude, ns, longitude, ew] = parts;
    return pushLocation(
        withLocationDefaults(settings),
        [...sexagesimal(parseFloat(latitude), '', '').slice(0, 3), ns.toUpperCase()],
        [...sexagesimal(parseFloat(longitude), '', '').slice(0, 3), ew.toUpperCase()]
    );
}

function fromDegreesMinutesSeconds(settings) {
    const parts = degreesMinutesSeconds.exec(settings.str);
    if (parts === null) {
        return null;
    }
    const [, d1, m1, s1, ns, d2, m2, s2, ew] = parts;
    return pushLocation(
        withLocationDefaults(settings),
        [Number(d1), Number(m1), Number(s1), ns.toUpperCase()],
        [Number(d2), Number(m2), Number(s2), ew.toUpperCase()]
    );
}

function orComplain(built, message) {
    if (built === null) {
        throw new Complaint(message);
    }
    return built;
}

function LOC_BUILDER_DMM_STR(settings) {
    return orComplain(settings.str ? fromDecimalMinutes(settings) : null, decimalMinutesWanted);
}

function LOC_BUILDER_DMS_STR(settings) {
    return orComplain(settings.str ? fromDegreesMinutesSeconds(settings) : null, degreesMinutesSecondsWanted);
}

function LOC_BUILDER_STR(settings) {
    if (!settings.str) {
        throw new Complaint('LOC_BUILDER_STR requires a string');
    }
    return orComplain(
        fromDecimalMinutes(settings) ?? fromDegreesMinutesSeconds(settings),
        'LOC_BUILDER_STR requires a string of the form 25.24°S 153.15°E or 33°51′31″S 151°12′51″E'
    );
}

publish({LOC_BUILDER_DD, LOC_BUILDER_DMM_STR, LOC_BUILDER_DMS_STR, LOC_BUILDER_STR});
