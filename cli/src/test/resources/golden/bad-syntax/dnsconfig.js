D('example.tld', NewRegistrar('none'), DnsProvider(NewDnsProvider('gandi'))
  A('a', '1.2.3.4'));
