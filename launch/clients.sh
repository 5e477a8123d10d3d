#!/bin/sh
# Runs Debian's clients of Gandi, unchanged, against the emulator over TLS and DNS.
#   launch/clients.sh
# Each runs in namespaces of its own, in which Gandi's names lead here, at port 443. Needs Debian (apt-get, unshare), no root.
# The packages are unpacked into .build/clients, not installed. Prints a line for each check and, last, how many passed.
set -u
home=$(cd "$(dirname "$0")/.." && pwd -P)

if [ "${1:-}" = inside ]; then
  client=$2
  work=$3
  root=$4
  cd "$work" || exit 1
  ip link set lo up
  printf '127.0.0.1 localhost api.gandi.net id.gandi.net dns.api.gandi.net\n' >hosts
  printf 'nameserver 127.0.0.1\n' >resolv
  mount --bind hosts /etc/hosts
  mount --bind resolv "$(readlink -f /etc/resolv.conf)"
  cat >portfolio.json <<'EOF'
{ "organizations": [ { "id": "00000000-0000-4000-8000-000000000001", "name": "one" } ],
  "credentials": [ { "kind": "apikey", "secret": "demoapikey00000000000000", "organizations": [ "one" ] } ],
  "domains": [ { "fqdn": "example.com", "organization": "one" } ] }
EOF
  CADASTRE_NO_BUILD=1 "$home/cadastre" emulator --portfolio portfolio.json --port 8080 --tls --tls-port 443 --ca ca.pem \
    --dns-port 53 --admin-port 8090 >emulator.log 2>&1 &
  tries=0
  while ! grep -q ^admin emulator.log && [ $tries -lt 300 ]; do sleep 0.1; tries=$((tries + 1)); done
  key=demoapikey00000000000000
  export HOME="$work" PYTHONPATH="$root/usr/lib/python3/dist-packages"
  export SSL_CERT_FILE="$work/ca.pem" REQUESTS_CA_BUNDLE="$work/ca.pem"
  PERL5LIB=$(printf '%s:' "$root"/usr/lib/*/perl5/5.*)$root/usr/share/perl5
  export PERL5LIB
  export ANSIBLE_LOCALHOST_WARNING=False ANSIBLE_PYTHON_INTERPRETER=/usr/bin/python3

  # What is at a name now, as the API says.
  served() {
    curl -s -H "Authorization: Apikey $key" "http://127.0.0.1:8080/v5/livedns/domains/example.com/records/$1"
  }
  authority() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out cert.pem -days 30 \
      -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 2>/dev/null
    cat >pebble.json <<'EOF'
{ "pebble": { "listenAddress": "127.0.0.1:14000", "managementListenAddress": "127.0.0.1:15000",
  "certificate": "cert.pem", "privateKey": "key.pem", "httpPort": 5002, "tlsPort": 5001, "ocspResponderURL": "",
  "externalAccountBindingRequired": false } }
EOF
    PEBBLE_VA_NOSLEEP=1 "$root/usr/bin/pebble" -config pebble.json -dnsserver 127.0.0.1:53 >pebble.log 2>&1 &
    tries=0
    while ! curl -sk https://127.0.0.1:14000/dir >/dev/null && [ $tries -lt 100 ]; do
      sleep 0.2
      tries=$((tries + 1))
    done
  }
  case $client in
    lexicon)
      lexicon() { /usr/bin/python3 "$root/usr/bin/lexicon" gandi "$@" --auth-token $key --api-protocol rest; }
      lexicon create example.com A --name new --content 192.0.2.55 || exit 1
      lexicon list example.com A --name new | grep 192.0.2.55 || exit 1
      served new/A | grep 192.0.2.55 || exit 1
      lexicon delete example.com A --name new || exit 1
      ! served new/A | grep 192.0.2.55
      ;;
    ddclient)
      cat >ddclient.conf <<EOF
daemon=0
ssl=yes
ssl_ca_file=$work/ca.pem
use=cmd, cmd="echo 192.0.2.99"
protocol=gandi
zone=example.com
password=$key
ttl=3600
dyn.example.com
EOF
      chmod 600 ddclient.conf
      perl "$root/usr/bin/ddclient" -foreground -daemon=0 -noquiet -file ddclient.conf -cache cache -force -verbose
      served dyn/A | grep 192.0.2.99
      ;;
    ansible)
      ansible() {
        /usr/bin/python3 "$root/usr/bin/ansible" localhost -m community.general.gandi_livedns \
          -a "domain=example.com record=new type=A ttl=3600 api_key=$key $1"
      }
      ansible values=192.0.2.66 | grep '"changed": true' || exit 1
      ansible values=192.0.2.66 | grep '"changed": false' || exit 1
      served new/A | grep 192.0.2.66 || exit 1
      ansible state=absent | grep '"changed": true' || exit 1
      ! served new/A | grep 192.0.2.66
      ;;
    lego)
      authority
      LEGO_CA_CERTIFICATES=cert.pem GANDIV5_API_KEY=$key GANDIV5_POLLING_INTERVAL=1 "$root/usr/bin/lego" --path lego \
        --server https://127.0.0.1:14000/dir --accept-tos --email a@example.net --dns gandiv5 \
        --dns.resolvers 127.0.0.1:53 --domains new.example.com --domains '*.example.com' run || exit 1
      openssl x509 -noout -text -in lego/certificates/new.example.com.crt | grep 'DNS:\*.example.com'
      ;;
    certbot)
      authority
      cat ca.pem cert.pem >both.pem
      printf 'dns_gandi_api_key=%s\n' $key >certbot.ini
      chmod 600 certbot.ini
      REQUESTS_CA_BUNDLE=both.pem /usr/bin/python3 "$root/usr/bin/certbot" certonly --config-dir c --work-dir w \
        --logs-dir l --server https://127.0.0.1:14000/dir --agree-tos -m a@example.net --non-interactive \
        --authenticator dns-gandi --dns-gandi-credentials certbot.ini --dns-gandi-propagation-seconds 1 \
        -d example.com -d '*.example.com' || exit 1
      openssl x509 -noout -text -in c/live/example.com/fullchain.pem | grep 'DNS:\*.example.com'
      ;;
  esac
  exit
fi

"$home/cadastre" version >/dev/null || exit 1
kept=$home/.build/clients
mkdir -p "$kept"
# The programs and what they import. What another Debian does not have is left out, and fails below if it was needed.
wanted='lego pebble ddclient libio-socket-ssl-perl libnet-ssleay-perl lexicon python3-lexicon certbot python3-certbot
  python3-certbot-dns-gandi python3-acme python3-josepy python3-configargparse python3-configobj python3-parsedatetime
  python3-rfc3339 python3-tz python3-distro python3-zope.component python3-zope.interface python3-zope.event
  python3-zope.hookable python3-requests python3-urllib3 python3-chardet python3-certifi python3-idna
  python3-charset-normalizer python3-tldextract python3-requests-file python3-filelock python3-yaml python3-future
  python3-six python3-pkg-resources python3-cryptography python3-cffi-backend python3-openssl python3-bs4
  python3-soupsieve ansible ansible-core python3-jinja2 python3-markupsafe python3-packaging python3-resolvelib'
if [ ! -e "$kept/complete" ]; then
  echo "Fetching Debian's clients (once) ..."
  # shellcheck disable=SC2086 # a list of words
  found=$(apt-cache show $wanted 2>/dev/null | sed -n 's/^Package: //p' | sort -u)
  # shellcheck disable=SC2086
  (cd "$kept" && apt-get -q download $found >fetch.log 2>&1) || { tail -n 5 "$kept/fetch.log"; exit 1; }
  for package in "$kept"/*.deb; do dpkg -x "$package" "$kept/root" || exit 1; done
  rm -f "$kept"/*.deb
  : >"$kept/complete"
fi

passed=0
failed=0
for client in lexicon ddclient ansible lego certbot; do
  work=$(mktemp -d)
  if timeout -k 5 180 unshare --user --map-root-user --net --mount --pid --fork --kill-child \
    "$0" inside $client "$work" "$kept/root" >"$work/out" 2>&1 </dev/null; then
    echo "  passed: $client"
    passed=$((passed + 1))
    rm -rf "$work"
  else
    echo "  FAILED: $client (what it said: $work/out)"
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
