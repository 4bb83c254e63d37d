// A real OpenID Connect provider on the loopback, for identity_test.py: one client, one person at a time, and answers
// that can be made to lie.
//
// Usage: node identity_provider.mjs RETURN_ADDRESS LOGOUT_ADDRESS ALGORITHM
// Says "port N" once it listens. POST /essai/{person|lie}/VALUE chooses who logs in, and how the next tokens lie.
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from '../../web/node_modules/oidc-provider/lib/index.js';

const [back, afterLogout, algorithm] = process.argv.slice(2);
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = (pair, kid) => ({ ...pair.privateKey.export({ format: 'jwk' }), kid, use: 'sig' });

const state = { person: 'acheteuse', lie: '' };
const people = {
  acheteuse: { email: 'acheteuse@valbrume.example', email_verified: true },
  inconnue: { email: 'inconnue@valbrume.example', email_verified: true },
  'non-verifiee': { email: 'autre@valbrume.example', email_verified: false },
  usurpatrice: { email: 'acheteuse@valbrume.example', email_verified: true },
};

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part) => JSON.parse(Buffer.from(part, 'base64url'));
const signed = (text, alg, pair) =>
  createSign('SHA256').update(text).sign(
    alg === 'ES256' ? { key: pair.privateKey, dsaEncoding: 'ieee-p1363' } : pair.privateKey).toString('base64url');

// The token with other words, signed as that header says: the lie is in the words, not in the signature.
function forged(token, change, head = {}, pair = undefined) {
  const [header, claims] = token.split('.').slice(0, 2).map(decode);
  Object.assign(header, head);
  const text = `${encode(header)}.${encode({ ...claims, ...change })}`;
  return `${text}.${signed(text, header.alg, pair ?? (header.alg === 'ES256' ? ec : rsa))}`;
}

const now = () => Math.floor(Date.now() / 1000);
const other = algorithm === 'ES256' ? 'RS256' : 'ES256';
const lies = {
  nonce: (token) => forged(token, { nonce: 'x'.repeat(64) }),
  aud: (token) => forged(token, { aud: 'un-autre' }),
  azp: (token) => forged(token, { aud: ['clausier', 'un-autre'], azp: 'un-autre' }),
  iss: (token) => forged(token, { iss: 'https://un-autre.example' }),
  expired: (token) => forged(token, { exp: now() - 120, iat: now() - 400 }),
  old: (token) => forged(token, { iat: now() - 86400 }),
  none: (token) => `${encode({ alg: 'none' })}.${token.split('.')[1]}.`,
  swapped: (token) => forged(token, {}, { alg: other, kid: other }),
  stranger: (token) => forged(token, {}, {}, stranger),
  hmac: (token) => {
    const text = `${encode({ alg: 'HS256', kid: 'RS256' })}.${token.split('.')[1]}`;
    const key = rsa.publicKey.export({ format: 'pem', type: 'spki' });
    return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
  },
  altered: (token) => {
    const [header, claims, signature] = token.split('.');
    return `${header}.${encode({ ...decode(claims), sub: 'acheteuse-2' })}.${signature}`;
  },
};
const userinfoLies = {
  'userinfo-other': (token) => forged(token, { sub: 'un-autre' }),
  'userinfo-aud': (token) => forged(token, { aud: 'un-autre' }),
  'userinfo-stranger': (token) => forged(token, {}, {}, stranger),
  'userinfo-none': lies.none,
};

const server = createServer();
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address();
const provider = new Provider(`http://127.0.0.1:${port}`, {
  clients: [{
    client_id: 'clausier',
    client_secret: 'secret de clausier: a+b%c&d=e',
    redirect_uris: [back],
    post_logout_redirect_uris: [afterLogout],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    id_token_signed_response_alg: algorithm,
    userinfo_signed_response_alg: algorithm,
  }],
  jwks: { keys: [jwk(rsa, 'RS256'), jwk(ec, 'ES256')] },
  cookies: { keys: ['une clé de ce seul essai'] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    jwtUserinfo: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => { ctx.body = `<html><body>${form}</body></html>`; },
    },
  },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  interactions: { url: (ctx, interaction) => `/essai/entrer/${interaction.uid}` },
  // Nobody is asked whether they agree.
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});
provider.use(async (ctx, next) => {
  await next();
  const route = ctx.oidc?.route;
  if (route === 'token' && ctx.body?.id_token && lies[state.lie]) ctx.body.id_token = lies[state.lie](ctx.body.id_token);
  if (route === 'userinfo' && userinfoLies[state.lie]) ctx.body = userinfoLies[state.lie](String(ctx.body));
  if (route === 'userinfo' && state.lie === 'userinfo-json') ctx.body = { sub: state.person, ...people[state.person] };
});
const answer = provider.callback();
server.on('request', async (request, response) => {
  const [, place, what, value] = request.url.split('?')[0].split('/');
  if (place !== 'essai') return answer(request, response);
  if (what === 'entrer')
    return provider.interactionFinished(request, response, { login: { accountId: state.person } });
  state[what] = decodeURIComponent(value ?? '');
  return response.end('bien');
});
console.log(`port ${port}`);
