// Loaded into s3rver before it starts: an object is replaced whole, as S3 does it. By itself s3rver writes into the object that is being read.
const { randomUUID } = require('crypto');
const fs = require('fs');
const path = require('path');
const { Readable } = require('stream');
const Store = require(process.env.S3RVER_STORE);

async function bytesOf(content) {
  if (Buffer.isBuffer(content)) return content;
  const pieces = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces);
}

const place = Store.prototype.getResourcePath;
const put = Store.prototype.putObject;

Store.prototype.putObject = async function (object) {
  const bytes = await bytesOf(object.content);
  const last = place.call(this, object.bucket, object.key, 'object');
  const aside = path.join(process.env.S3RVER_ASIDE, randomUUID());
  await fs.promises.mkdir(path.dirname(last), { recursive: true });
  const here = Object.create(this, { getResourcePath: { value: (bucket, key, kind) => (kind === 'object' ? aside : place.call(this, bucket, key, kind)) } });
  const done = await put.call(here, Object.assign(Object.create(object), { content: Readable.from([bytes]) }));
  await fs.promises.rename(aside, last);
  return done;
};
